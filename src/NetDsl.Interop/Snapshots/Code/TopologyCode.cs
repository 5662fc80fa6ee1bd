using System.Text.RegularExpressions;
using NetDsl.Addressing;
using NetDsl.Model;
using static NetDsl.Interop.Snapshots.Code.CodeText;

namespace NetDsl.Interop.Snapshots.Code;

/// <summary>
/// Writes the topology of a snapshot as C#: what is written evaluates to the same elements. It knows what a snapshot can have, and no more.
/// </summary>
internal sealed partial class TopologyCode
{
    private readonly Topology topology;
    private readonly VariableNames variables = new();
    private readonly List<CodeStatement> statements = [];
    private string? heading;
    private readonly Dictionary<Ipv4Address, ElementId> elastic;
    private readonly ILookup<ElementId, NetworkInterface> managed;

    private TopologyCode(Topology topology)
    {
        this.topology = topology;
        elastic = topology.ElasticAddresses.ToDictionary(each => each.Address, each => each.Id);
        managed = topology.NetworkInterfaces.Where(each => each.ManagedBy is not null).ToLookup(each => each.ManagedBy!);
    }

    /// <summary>The file.</summary>
    /// <param name="topology">What a snapshot was read into.</param>
    /// <param name="className">What the class is called.</param>
    /// <param name="gaps">What of the snapshot is not in it.</param>
    public static string Of(Topology topology, string className, IReadOnlyList<SnapshotGap> gaps)
    {
        var code = new TopologyCode(topology);
        code.Write();
        var statements = code.WithoutUnused();
        var shared = new SharedCalls(statements, code.variables);
        var body = new RepeatedStatements(code.variables).Lines([.. statements.Select(shared.Shorten)]);
        return $$"""
            using NetDsl;
            {{(code.topology.ClientVpnEndpoints.Count > 0 ? "using NetDsl.Model;\n" : "")}}using static NetDsl.Traffic;

            /// <summary>Imported from an account's snapshot; names are the vendor's identifiers.</summary>
            {{Remarks(gaps)}}[Topology]
            public static partial class {{className}}
            {
                static void Define(NetworkBuilder network)
                {
                    network.NamesAreIdentifiers();
            {{string.Join('\n', body.Select(line => line.Length == 0 ? "" : $"        {line}"))}}
                }{{string.Concat(shared.Lines.Select(line => line.Length == 0 ? "\n" : $"\n    {line}"))}}
            }

            """;
    }

    /// <summary>What is missing, where readers look first.</summary>
    private static string Remarks(IReadOnlyList<SnapshotGap> gaps) => gaps.Count == 0 ? "" : $"""
        /// <remarks>
        /// Not in it, because it was not understood; proofs and traces do not know of it:
        {string.Join('\n', gaps.Select(gap => $"/// {new System.Xml.Linq.XText($"{gap.Key} ({gap.Count}): {gap.Meaning}")}."))}
        /// </remarks>

        """;

    /// <summary>What nothing refers to needs no variable, and what is not even a call then says nothing.</summary>
    private List<CodeStatement> WithoutUnused()
    {
        var used = statements.SelectMany(statement => Words().Matches(statement.Expression).Select(word => word.Value)).ToHashSet(StringComparer.Ordinal);
        return [.. statements
            .Select(statement => statement.Variable is { } variable && !used.Contains(variable) ? statement with { Variable = null } : statement)
            .Where(statement => statement.Variable is not null || statement.Start.EndsWith(')') || statement.Calls.Count > 0)];
    }

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    private void Write()
    {
        foreach (var account in topology.Accounts.Where(account => account.Id.Path != "default"))
        {
            Declare(account.Id, $"network.Account({Literal(account.Name)}, {Literal(account.Number)})");
        }

        foreach (var region in topology.Regions)
        {
            Section(region.Name);
            Declare(region.Id, $"network.Region({Literal(region.Name)})");
            var prefix = region.Id.Path + "/";
            foreach (var address in topology.ElasticAddresses.Where(each => each.Id.Path.StartsWith(prefix, StringComparison.Ordinal)))
            {
                Declare(address.Id, $"{variables[region.Id]}.ElasticIp({Literal(address.Name)}, {Literal(address.Address.ToString())})");
            }

            foreach (var service in topology.PublicServices.Where(each => each.Region == region.Id))
            {
                Declare(service.Id, $"{variables[region.Id]}.Service({Literal(service.Name)}, {Literal(service.Prefix.ToString())})");
            }

            foreach (var vpc in topology.Vpcs.Where(each => each.Region == region.Id))
            {
                WritePlaces(vpc);
            }

            foreach (var gateway in topology.InternetGateways.Where(each => each.Id.Path.StartsWith(prefix, StringComparison.Ordinal)))
            {
                Declare(gateway.Id, $"{variables[region.Id]}.InternetGateway({Literal(gateway.Name)}){(gateway.Vpc is { } vpc ? $".AttachTo({variables[vpc]})" : "")}");
            }
        }

        foreach (var vpc in topology.Vpcs)
        {
            Section($"{vpc.Region.Path}, {vpc.Name}: groups and hosts");
            WriteRules(vpc);
            WriteHosts(vpc);
            WriteNetworkAcls(vpc);
        }

        Section("further interfaces, load balancers and endpoints");
        WriteFurtherInterfaces();
        foreach (var vpc in topology.Vpcs)
        {
            WriteLoadBalancers(vpc);
            WriteInterfaceEndpoints(vpc);
        }

        WriteAccelerators();

        Section("between VPCs, regions and sites");
        WritePeerings();
        WriteTransitGateways();
        WriteClientVpns();
        WriteHybrid();
        WriteTransitRouteTables();
        foreach (var vpc in topology.Vpcs)
        {
            Section($"{vpc.Region.Path}, {vpc.Name}: routes");
            WriteRouteTables(vpc);
        }
    }

    private void WritePlaces(Vpc vpc)
    {
        Section($"{vpc.Region.Path}, {vpc.Name}");
        var account = vpc.Account.Path == "default" ? "" : $", {variables[vpc.Account]}";
        Declare(
            vpc.Id,
            [
                $"{variables[vpc.Region]}.Vpc({Literal(vpc.Name)}, {Literal(vpc.Blocks[0].ToString())}{account})",
                .. vpc.Blocks.Skip(1).Select(block => $".SecondaryCidr({Literal(block.ToString())})"),
                .. vpc.Ipv6Blocks.Select(block => $".Ipv6Cidr({Literal(block.ToString())})"),
            ]);
        foreach (var subnet in topology.Subnets.Where(each => each.Vpc == vpc.Id))
        {
            var own = variables[vpc.Id];
            Declare(
                subnet.Id,
                subnet.Prefix.Value.IsIpv6
                    ? $"{own}.Ipv6OnlySubnet({Literal(subnet.Name)}, {Literal(subnet.Zone.Value)}, {Literal(subnet.Prefix.ToString())})"
                    : $"{own}.Subnet({Literal(subnet.Name)}, {Literal(subnet.Prefix.ToString())}, {Literal(subnet.Zone.Value)})"
                        + (subnet.Ipv6Prefix is { } ipv6 ? $".Ipv6Cidr({Literal(ipv6.ToString())})" : ""),
                subnet.Dns64 ? ".Dns64()" : "");
        }

        foreach (var group in topology.SecurityGroups.Where(each => each.Vpc == vpc.Id && each.Id != vpc.DefaultSecurityGroup))
        {
            Declare(group.Id, $"{variables[vpc.Id]}.SecurityGroup({Literal(group.Name)})", group.Egress.Count == 0 ? ".NoEgressByDefault()" : "");
        }

        foreach (var gateway in topology.EgressOnlyInternetGateways.Where(each => each.Vpc == vpc.Id))
        {
            Declare(gateway.Id, $"{variables[vpc.Id]}.EgressOnlyInternetGateway({Literal(gateway.Name)})");
        }
    }

    private void WriteRules(Vpc vpc)
    {
        foreach (var group in topology.SecurityGroups.Where(each => each.Vpc == vpc.Id && each.Id != vpc.DefaultSecurityGroup))
        {
            Call(
                variables[group.Id],
                [
                    .. group.Ingress.Select(rule => $".Ingress({Traffic(rule.Traffic)}, from: {Peer(rule.Peer.Value)})"),
                    .. group.Egress.Select(rule => $".Egress({Traffic(rule.Traffic)}, to: {Peer(rule.Peer.Value)})"),
                ],
                nameof(SecurityGroupBuilder));
        }

        string Peer(SecurityGroupPeer peer) => peer.Group is { } other ? variables[other] : Literal(peer.ToString());
    }

    private void WriteHosts(Vpc vpc)
    {
        var instances = topology.Instances.ToDictionary(instance => instance.Id);
        foreach (var subnet in topology.Subnets.Where(each => each.Vpc == vpc.Id))
        {
            foreach (var each in topology.NetworkInterfaces.Where(each => each.Subnet == subnet.Id && each.ManagedBy is null))
            {
                if (each.Instance is not { } owner)
                {
                    Declare(each.Id, [$"{variables[subnet.Id]}.Interface({Literal(each.Name)})", .. PartsOf(each, vpc)]);
                }
                else if (each.Id.Path == owner.Path)
                {
                    Declare(owner, [$"{variables[subnet.Id]}.Instance({Literal(each.Name)})", .. PartsOf(each, vpc), .. instances[owner].Tags.Select(Tag)]);
                    variables.Alias(each.Id, variables[owner]);
                }
            }

            foreach (var gateway in topology.NatGateways.Where(each => each.Subnet == subnet.Id))
            {
                Declare(
                    gateway.Id,
                    [
                        $"{variables[subnet.Id]}.NatGateway({Literal(gateway.Name)})",
                        gateway.Connectivity == NatConnectivity.Private ? ".Private()" : "",
                        $".PrivateIp({Literal(gateway.PrivateAddress.ToString())})",
                        gateway.PublicAddress is { } address && elastic.TryGetValue(address, out var own) ? $".ElasticIp({variables[own]})" : "",
                        .. gateway.SecondaryAddresses.Select(each => $".Address({Elastic(each.PublicAddress)}, {Literal(each.PrivateAddress.ToString())})"),
                    ]);
            }
        }
    }

    /// <summary>Further interfaces of instances, which name their instances: those may be in another VPC.</summary>
    private void WriteFurtherInterfaces()
    {
        var vpcs = topology.Subnets.Join(topology.Vpcs, subnet => subnet.Vpc, vpc => vpc.Id, (subnet, vpc) => (subnet.Id, vpc)).ToDictionary(pair => pair.Id, pair => pair.vpc);
        foreach (var each in topology.NetworkInterfaces.Where(each => each.Instance is { } owner && each.Id.Path != owner.Path))
        {
            Declare(each.Id, [$"{variables[each.Instance!]}.Interface({Literal(each.Name)}, {variables[each.Subnet]})", .. PartsOf(each, vpcs[each.Subnet])]);
        }
    }

    private IEnumerable<string> PartsOf(NetworkInterface each, Vpc vpc)
    {
        if (each.PrivateAddress.IsIpv4)
        {
            yield return $".PrivateIp({Literal(each.PrivateAddress.ToString())})";
        }

        foreach (var address in each.Ipv6Addresses)
        {
            yield return $".Ipv6Address({Literal(address.ToString())})";
        }

        if (each.PublicAddress is { } known)
        {
            yield return elastic.TryGetValue(known, out var own) ? $".ElasticIp({variables[own]})" : ".PublicIp()";
        }

        foreach (var group in each.SecurityGroups.Where(group => group != vpc.DefaultSecurityGroup))
        {
            yield return $".SecurityGroup({variables[group]})";
        }

        if (!each.SourceDestinationCheck)
        {
            yield return ".SourceDestinationCheck(false)";
        }
    }

    private void WriteNetworkAcls(Vpc vpc)
    {
        foreach (var acl in topology.NetworkAcls.Where(each => each.Vpc == vpc.Id && each.Id != vpc.DefaultNetworkAcl))
        {
            Declare(
                acl.Id,
                nameof(NetworkAclBuilder),
                [
                    $"{variables[vpc.Id]}.NetworkAcl({Literal(acl.Name)})",
                    .. acl.Inbound.Select(entry => $".{entry.Action}Inbound({entry.Number}, {Traffic(entry.Traffic)}, from: {Literal(entry.Peer.ToString())})"),
                    .. acl.Outbound.Select(entry => $".{entry.Action}Outbound({entry.Number}, {Traffic(entry.Traffic)}, to: {Literal(entry.Peer.ToString())})"),
                ]);
            Associate(topology.Subnets.Where(subnet => subnet.NetworkAcl == acl.Id), acl.Id);
        }
    }

    private void WriteRouteTables(Vpc vpc)
    {
        foreach (var table in topology.RouteTables.Where(each => each.Vpc == vpc.Id && each.Id != vpc.MainRouteTable))
        {
            Declare(
                table.Id,
                [
                    $"{variables[vpc.Id]}.RouteTable({Literal(table.Name)})",
                    .. table.Routes.Select(route => route.Target.Value == table.Id
                        ? $".Blackhole({Literal(route.Destination.ToString())})"
                        : $".Route({Literal(route.Destination.ToString())}, {variables[route.Target.Value]})"),
                    .. table.Propagations.Select(gateway => $".Propagate({variables[gateway.Value]})"),
                ]);
            Associate(topology.Subnets.Where(subnet => subnet.RouteTable == table.Id), table.Id);
            foreach (var gateway in topology.InternetGateways.Where(each => each.RouteTable == table.Id).Select(each => each.Id)
                .Concat(topology.Hybrid.VpnGateways.Where(each => each.RouteTable == table.Id).Select(each => each.Id)))
            {
                Call(variables[gateway], $".Associate({variables[table.Id]})");
            }
        }

        foreach (var endpoint in topology.VpcEndpoints.Where(each => each.Vpc == vpc.Id && each.Kind == VpcEndpointKind.Gateway))
        {
            Add(new CodeStatement(
                null,
                $"{variables[vpc.Id]}.GatewayEndpoint({Literal(endpoint.Name)}, {variables[endpoint.Service.Value]})",
                [.. endpoint.RouteTables.Select(table => $".RouteTable({variables[table]})")]));
        }
    }

    private void Associate(IEnumerable<Subnet> subnets, ElementId with)
    {
        foreach (var subnet in subnets)
        {
            Call(variables[subnet.Id], $".Associate({variables[with]})");
        }
    }

    private string Elastic(Ipv4Address? address) => address is { } known && elastic.TryGetValue(known, out var own) ? variables[own] : "null";

    private static string Tag(Tag tag) => $".Tag({Literal(tag.Key)}, {Literal(tag.Value)})";

    /// <summary>A heading, which is written when something comes behind it.</summary>
    private void Section(string title) => heading = title;

    /// <summary>Declares a variable, with what is called on it.</summary>
    private void Declare(ElementId id, params IEnumerable<string> parts) => Declare(id, builder: null, parts);

    /// <summary>The same, where calls that several have in common are written once.</summary>
    private void Declare(ElementId id, string? builder, IEnumerable<string> parts)
    {
        var written = parts.Where(part => part.Length > 0).ToList();
        Add(new CodeStatement(variables.Declare(id), written[0], written[1..]) { Builder = builder });
    }

    /// <summary>Calls something, when there is something to call.</summary>
    private void Call(string on, params IReadOnlyList<string> calls) => Call(on, calls, builder: null);

    private void Call(string on, IReadOnlyList<string> calls, string? builder)
    {
        if (calls.Count > 0)
        {
            Add(new CodeStatement(null, on, calls) { Builder = builder });
        }
    }

    private void Add(CodeStatement statement)
    {
        statements.Add(statement with { Heading = heading });
        heading = null;
    }
}
