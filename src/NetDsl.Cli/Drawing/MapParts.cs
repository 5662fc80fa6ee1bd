using NetDsl.Model;

namespace NetDsl.Cli.Drawing;

/// <summary>The parts of a topology by what holds them.</summary>
internal sealed class MapParts(Topology topology)
{
    // The policies that judge requests: by the table that leads to their gateway endpoint, and by the subnet of an interface, in words.
    private readonly ILookup<ElementId, string> policies = topology.VpcEndpoints
        .Where(endpoint => endpoint.Policy is not null)
        .SelectMany(endpoint => endpoint.RouteTables
            .Concat(topology.NetworkInterfaces.Where(each => each.ManagedBy == endpoint.Id).Select(each => each.Subnet))
            .Select(place => (Place: place, Text: $"policy of endpoint {endpoint.Name}: {string.Join(", ", endpoint.Policy!.Statements.Select(statement => statement.Name))}")))
        .ToLookup(each => each.Place, each => each.Text);

    public Topology Topology { get; } = topology;

    public ILookup<ElementId, Subnet> Subnets { get; } = topology.Subnets.ToLookup(subnet => subnet.Vpc);

    public ILookup<ElementId, NatGateway> NatGateways { get; } = topology.NatGateways.ToLookup(gateway => gateway.Subnet);

    public ILookup<ElementId, NetworkInterface> Interfaces { get; } = topology.NetworkInterfaces.ToLookup(each => each.Subnet);

    public Dictionary<ElementId, Instance> Instances { get; } = topology.Instances.ToDictionary(instance => instance.Id);

    public Dictionary<ElementId, RouteTable> RouteTables { get; } = topology.RouteTables.ToDictionary(table => table.Id);

    /// <summary>What the name of a zone means in the account that owns the VPC; nothing where it says nothing of its names.</summary>
    public string? ZoneId(Vpc vpc, string zone) =>
        OwnerOf(vpc) is { Zones.Count: > 0 } owner ? owner.ZoneIdOf(zone) : null;

    public Account OwnerOf(Vpc vpc) => Topology.Accounts.First(account => account.Id == vpc.Account);

    /// <summary>What stands for a target in a picture: for a primary interface its instance, for an endpoint its interface.</summary>
    public ElementId Drawn(ElementId target) => target.Kind switch
    {
        ElementKind.NetworkInterface when Instances.Values.FirstOrDefault(instance => instance.Interfaces[0] == target) is { } host => host.Id,
        ElementKind.VpcEndpoint when Topology.VpcEndpoints.FirstOrDefault(endpoint => endpoint.Id == target) is { Interfaces.Count: > 0 } endpoint => endpoint.Interfaces[0],
        _ => target,
    };

    /// <summary>The policies that judge what hosts of a subnet ask for, in words.</summary>
    public IEnumerable<string> PoliciesOf(Subnet subnet) => policies[subnet.RouteTable].Concat(policies[subnet.Id]);

    /// <summary>The Client VPN endpoints whose clients come in by a subnet, in words.</summary>
    public ILookup<ElementId, string> ClientVpns { get; } = topology.ClientVpnEndpoints
        .SelectMany(endpoint => endpoint.Associations.Select(association => (association.Subnet, Text: $"Client VPN endpoint {endpoint.Name}")))
        .ToLookup(each => each.Subnet, each => each.Text);

    /// <summary>What attaches a subnet to transit gateways, in words.</summary>
    public ILookup<ElementId, string> Attachments { get; } = topology.TransitGateways
        .SelectMany(gateway => gateway.Attachments.SelectMany(attachment => attachment.Subnets.Select(
            subnet => (Subnet: subnet.Value, Text: $"attachment {attachment.Name} to {gateway.Name}"))))
        .ToLookup(each => each.Subnet, each => each.Text);
}
