using System.Globalization;
using System.Text.RegularExpressions;
using NetDsl.Addressing;
using NetDsl.Interop;
using NetDsl.Model;

namespace NetDsl.Compiler.Tests.Reachability;

/// <content>Changes of whole networks, by their text where every name or address changes.</content>
public partial class MetamorphicTests
{
    const string CloneSuffix = "-clone";

    /// <summary>A bit of the second byte: networks inside 10.0.0.0/8 change places, and that prefix stays.</summary>
    const uint Shift = 0x0020_0000;

    /// <summary>VPCs and hosts have other names, in the same order: where nothing else decides, names do.</summary>
    static Topology Renamed(Topology topology) => Read(topology, text => HostNames().Replace(VpcNames().Replace(text, "$1/xv$2"), "$1/xi$2"));

    /// <summary>The name that something had before its VPC and it were renamed.</summary>
    static string OldName(string path) => path.Replace("/xv", "/v", StringComparison.Ordinal).Replace("/xi", "/i", StringComparison.Ordinal);

    static Topology Shifted(Topology topology) => Read(topology, text => PrivateAddresses().Replace(text, match =>
    {
        var length = match.Groups[2].Success ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : 32;
        var address = Ipv4Address.Parse(match.Groups[1].Value).Value ^ (Shift & (uint)(0xFFFF_FFFFL << (32 - length)));
        return new Ipv4Address(address) + (match.Groups[2].Success ? $"/{length}" : "");
    }));

    static Topology Read(Topology topology, Func<string, string> change) => TopologyJson.Read(change(TopologyJson.Write(topology)));

    /// <summary>The first VPC once more, with its hosts and filters, without routes, gateways and public addresses.</summary>
    static Topology Cloned(Topology topology)
    {
        var vpc = topology.Vpcs[0];
        var subnets = topology.Subnets.Where(subnet => subnet.Vpc == vpc.Id && !subnet.IsIpv6Only).ToList();
        var interfaces = topology.NetworkInterfaces
            .Where(each => each.Instance is not null && each.PrivateAddress.IsIpv4 && subnets.Exists(subnet => subnet.Id == each.Subnet))
            .ToList();
        return topology with
        {
            Vpcs = [.. topology.Vpcs, vpc with
            {
                Id = Of(vpc.Id),
                MainRouteTable = Of(vpc.MainRouteTable),
                DefaultNetworkAcl = Of(vpc.DefaultNetworkAcl),
                DefaultSecurityGroup = Of(vpc.DefaultSecurityGroup),
                Ipv6Blocks = [],
                UnadvertisedIpv6Blocks = [],
            }],
            Subnets = [.. topology.Subnets, .. subnets.Select(subnet => subnet with
            {
                Id = Of(subnet.Id),
                Vpc = Of(subnet.Vpc),
                RouteTable = Of(subnet.RouteTable),
                NetworkAcl = Of(subnet.NetworkAcl),
                Ipv6Prefix = null,
            })],
            RouteTables = [.. topology.RouteTables, .. topology.RouteTables.Where(table => table.Vpc == vpc.Id).Select(table => table with
            {
                Id = Of(table.Id),
                Vpc = Of(table.Vpc),
                Routes = [],
                Propagations = [],
                RouteServers = [],
            })],
            NetworkAcls = [.. topology.NetworkAcls, .. topology.NetworkAcls.Where(acl => acl.Vpc == vpc.Id).Select(acl => acl with { Id = Of(acl.Id), Vpc = Of(acl.Vpc) })],
            SecurityGroups = [.. topology.SecurityGroups, .. topology.SecurityGroups.Where(group => group.Vpc == vpc.Id).Select(group => group with
            {
                Id = Of(group.Id),
                Vpc = Of(group.Vpc),
                Ingress = group.Ingress.Select(WithClone).ToEquatableArray(),
                Egress = group.Egress.Select(WithClone).ToEquatableArray(),
            })],
            Instances = [.. topology.Instances, .. topology.Instances.Where(host => host.Interfaces.Any(id => interfaces.Exists(each => each.Id == id))).Select(host => host with
            {
                Id = Of(host.Id),
                Subnet = Of(host.Subnet),
                Interfaces = host.Interfaces.Where(id => interfaces.Exists(each => each.Id == id)).Select(Of).ToEquatableArray(),
            })],
            NetworkInterfaces = [.. topology.NetworkInterfaces, .. interfaces.Select(each => each with
            {
                Id = Of(each.Id),
                Subnet = Of(each.Subnet),
                Instance = Of(each.Instance!),
                PublicAddress = null,
                Ipv6Addresses = [],
                SecurityGroups = each.SecurityGroups.Select(Of).ToEquatableArray(),
            })],
        };

        ElementId Of(ElementId id) => id == vpc.Id || id.Path.StartsWith(vpc.Id.Path + "/", StringComparison.Ordinal)
            ? new ElementId(id.Kind, vpc.Id.Path + CloneSuffix + id.Path[vpc.Id.Path.Length..])
            : id;

        SecurityGroupRule WithClone(SecurityGroupRule rule) => rule.Peer.Value.Group is { } group
            ? rule with { Peer = new Sourced<SecurityGroupPeer>(SecurityGroupPeer.Of(Of(group)), rule.Peer.Origin) }
            : rule;
    }

    static bool IsClone(string path) => path.Contains(CloneSuffix + "/", StringComparison.Ordinal);

    [GeneratedRegex(@"(us-east-1|eu-west-1)/v(\d)")]
    private static partial Regex VpcNames();

    [GeneratedRegex(@"(/xv\d)/i(\d)")]
    private static partial Regex HostNames();

    [GeneratedRegex(@"(?<![\d.])(10\.\d+\.\d+\.\d+)(?:/(\d+))?")]
    private static partial Regex PrivateAddresses();
}
