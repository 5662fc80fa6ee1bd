using NetDsl.Addressing;
using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>Where an interface is, as records name it.</summary>
/// <param name="Vpc">The identifier of its VPC.</param>
/// <param name="Subnet">The identifier of its subnet.</param>
/// <param name="Instance">The identifier of its instance; nothing for an interface of the vendor's.</param>
/// <param name="Region">Its region.</param>
/// <param name="ZoneId">The identifier of its zone, such as <c>use1-az1</c>.</param>
public sealed record FlowLogPlace(string Vpc, string Subnet, string? Instance, string Region, string ZoneId);

/// <summary>What records say of interfaces, addresses and ways, looked up in a graph.</summary>
internal sealed class FlowLogPlaces
{
    private const string Amazon = "AMAZON";
    private const int SameVpc = 1;
    private readonly ForwardingGraph graph;
    private readonly FlowLogPlace?[] places;
    private readonly Dictionary<IpAddress, string> services = [];
    private readonly Dictionary<(int Source, int Program), int?> paths = [];
    private readonly Dictionary<(int NatGateway, IpAddress Destination), int?> behindNat = [];

    public FlowLogPlaces(ForwardingGraph graph)
    {
        this.graph = graph;
        var regions = graph.Vpcs.ToDictionary(vpc => vpc.Node, vpc => vpc.Region);
        var zones = graph.Subnets.ToDictionary(subnet => subnet.Node, subnet => subnet.ZoneId);
        var hosts = graph.Holders.Where(holder => !holder.Translates).Select(holder => graph.Nodes[holder.Node].Path).ToHashSet(StringComparer.Ordinal);
        places = [.. graph.Holders.Select(holder => regions.TryGetValue(holder.Vpc, out var region) && zones.TryGetValue(holder.Subnet, out var zone)
            ? new FlowLogPlace(
                VendorIds.Vpc(graph.Nodes[holder.Vpc]),
                VendorIds.Subnet(graph.Nodes[holder.Subnet]),
                holder.Translates ? null : VendorIds.Instance(HostOf(graph.Nodes[holder.Node].Path)),
                region,
                zone)
            : null)];

        // A further interface is below its instance, whose primary interface has its path.
        string HostOf(string path) => path.LastIndexOf('/') is > 0 and var end && hosts.Contains(path[..end]) ? path[..end] : path;

        foreach (var (address, name) in graph.Services.SelectMany(service => service.Addresses.Select(address => (address, graph.Nodes[service.Node].Name)))
            .Concat(graph.Holders.Where(holder => holder.Role == HolderRole.Accelerator).Select(holder => (holder.PrivateAddress, "globalaccelerator")))
            .Concat(graph.Holders.Where(holder => holder.PublicAddress is not null).Select(holder => ((IpAddress)holder.PublicAddress!.Value, "ec2"))))
        {
            services[address] = name switch
            {
                "s3" or "dynamodb" or "ec2" or "globalaccelerator" => name.ToUpperInvariant(),
                _ => Amazon,
            };
        }
    }

    public FlowLogPlace? Of(int holder) => places[holder];

    /// <summary>The service of the vendor's that has an address; nothing when none does.</summary>
    public string? ServiceOf(IpAddress address) => services.GetValueOrDefault(address);

    /// <summary>The number of the way that a packet takes out of an interface: "traffic-path", "Flow log records", Amazon VPC User Guide.</summary>
    public int? PathOf(int holder, IpAddress destination)
    {
        if (graph.Holders[holder].IsNatGateway)
        {
            if (!behindNat.TryGetValue((holder, destination), out var behind))
            {
                behindNat.Add((holder, destination), behind = PathBehind(holder, destination));
            }

            return behind;
        }

        var source = graph.Holders[holder].Source;
        var program = graph.Sources[source].ProgramFor(destination);
        if (program < 0)
        {
            return null;
        }

        if (!paths.TryGetValue((source, program), out var path))
        {
            paths.Add((source, program), path = PathOf(graph.Programs[program], graph.Programs[program].Steps));
        }

        return path;
    }

    /// <summary>What a NAT gateway sends goes on with the path that came to it; replies go into its VPC.</summary>
    private int? PathBehind(int natGateway, IpAddress destination)
    {
        var vpc = graph.Holders[natGateway].Vpc;
        if (graph.Holders.Any(holder => holder.Vpc == vpc && holder.Has(destination)))
        {
            return SameVpc;
        }

        var behind =
            from program in graph.Programs
            let at = program.Steps.ToList().FindIndex(step => step is NatGatewayStep nat && nat.Holder == natGateway)
            where at >= 0
            let rest = program.Steps.Skip(at + 1).ToList()
            let route = rest.OfType<RouteStep>().FirstOrDefault()
            where route?.Destination.Contains(destination) == true
            orderby route.Destination.Length descending
            select PathOf(program, rest);
        return behind.FirstOrDefault();
    }

    private int? PathOf(PathProgram program, IEnumerable<PathStep> steps)
    {
        const int VpnGateway = 3;
        const int PeeringInRegion = 4;
        const int PeeringAcrossRegions = 5;
        const int GatewayEndpoint = 7;
        const int InternetGateway = 8;
        foreach (var step in steps)
        {
            switch (step)
            {
                case InternetGatewayOutStep or EgressOnlyGatewayStep { Inbound: false }:
                    return InternetGateway;
                case GatewayEndpointStep:
                    return GatewayEndpoint;
                case PeeringStep:
                    return IsAcrossRegions(program) ? PeeringAcrossRegions : PeeringInRegion;
                case RelayStep relay when graph.Nodes[relay.Node].Kind == ElementKinds.Code(ElementKind.VpnGateway):
                    return VpnGateway;
                case TransitGatewayStep:
                    return null;
                case NatGatewayStep or ForwardStep or InspectionStep:
                    return SameVpc;
            }
        }

        return program.End is DeliverEnd ? SameVpc : null;
    }

    private bool IsAcrossRegions(PathProgram program)
    {
        if (program.End is not DeliverEnd end || program.Steps.OfType<RouteStep>().FirstOrDefault() is not { } route)
        {
            return false;
        }

        // Route tables are named by region and VPC.
        var region = graph.Vpcs.FirstOrDefault(vpc => vpc.Node == end.Vpc)?.Region;
        return region is not null && !graph.Nodes[route.Node].Path.StartsWith(region + "/", StringComparison.Ordinal);
    }
}
