using NetDsl.Model;

namespace NetDsl.Cli.Drawing;

/// <summary>The parts of a topology by what holds them.</summary>
internal sealed class MapParts(Topology topology)
{
    public Topology Topology { get; } = topology;

    public ILookup<ElementId, Subnet> Subnets { get; } = topology.Subnets.ToLookup(subnet => subnet.Vpc);

    public ILookup<ElementId, NatGateway> NatGateways { get; } = topology.NatGateways.ToLookup(gateway => gateway.Subnet);

    public ILookup<ElementId, NetworkInterface> Interfaces { get; } = topology.NetworkInterfaces.ToLookup(each => each.Subnet);

    public Dictionary<ElementId, Instance> Instances { get; } = topology.Instances.ToDictionary(instance => instance.Id);

    public Dictionary<ElementId, RouteTable> RouteTables { get; } = topology.RouteTables.ToDictionary(table => table.Id);

    /// <summary>What stands for a target in a picture: for a primary interface its instance.</summary>
    public ElementId Drawn(ElementId target) =>
        target.Kind == ElementKind.NetworkInterface
            && Instances.Values.FirstOrDefault(instance => instance.Interfaces[0] == target) is { } host
            ? host.Id
            : target;

    /// <summary>What attaches a subnet to transit gateways, in words.</summary>
    public ILookup<ElementId, string> Attachments { get; } = topology.TransitGateways
        .SelectMany(gateway => gateway.Attachments.SelectMany(attachment => attachment.Subnets.Select(
            subnet => (Subnet: subnet.Value, Text: $"attachment {attachment.Name} to {gateway.Name}"))))
        .ToLookup(each => each.Subnet, each => each.Text);
}
