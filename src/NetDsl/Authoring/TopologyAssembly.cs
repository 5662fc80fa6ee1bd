using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>Turns builders into a topology: gives out the addresses that nobody fixed, and leaves out what has a problem.</summary>
internal sealed partial class TopologyAssembly(string name, NetworkBuilder network, IReadOnlyList<AccountBuilder> accounts)
{
    private readonly List<Problem> problems = [];
    private readonly Dictionary<ElementId, Ipv4Address> privateAddresses = [];
    private readonly PublicAddressPool publicAddresses = new();

    public Topology Assemble()
    {
        var regions = Present(network.Regions);
        var vpcs = Present(regions.SelectMany(region => region.Vpcs));
        var subnets = Present(vpcs.SelectMany(vpc => vpc.DeclaredSubnets));
        var interfaces = Present(subnets.SelectMany(subnet => subnet.Interfaces));
        var natGateways = Present(subnets.SelectMany(subnet => subnet.NatGateways));
        var transitGateways = Present(regions.SelectMany(region => region.TransitGateways));
        var elasticIps = Present(regions.SelectMany(region => region.ElasticIps));

        var attachments = transitGateways.SelectMany(gateway => gateway.AttachmentSubnets).ToLookup(subnet => subnet);
        var routeServers = Present(vpcs.SelectMany(vpc => vpc.RouteServers));
        var routeServerEndpoints = Present(routeServers.SelectMany(server => server.Endpoints)).ToLookup(endpoint => endpoint.Subnet);
        foreach (var subnet in subnets)
        {
            if (!subnet.IsIpv6Only)
            {
                AssignPrivateAddresses(subnet, attachments[subnet].Count() + routeServerEndpoints[subnet].Count());
            }

            AssignIpv6Addresses(subnet);
        }

        var elasticAddresses = AssignElasticAddresses(elasticIps);
        var internetClients = BuildInternetClients();
        problems.AddRange(vpcs.SelectMany(RouteRules.Problems));
        problems.AddRange(vpcs.SelectMany(vpc => vpc.EndpointPolicyProblems()));
        problems.AddRange(vpcs.SelectMany(AddressTypeRules.Problems));
        problems.AddRange(transitGateways.SelectMany(TransitGatewayBlockRules.Problems));
        problems.AddRange(transitGateways.SelectMany(ClientVpnRules.Problems));
        problems.AddRange(Present(vpcs.SelectMany(vpc => vpc.ClientVpns).Concat(transitGateways.SelectMany(gateway => gateway.ClientVpns))).SelectMany(ClientVpnRules.Problems));
        problems.AddRange(Present(regions.SelectMany(region => region.ResolverRules)).SelectMany(rule => rule.Problems()));
        vpcs.ForEach(RefuseManagedTargets);
        vpcs.ForEach(RefuseUnfitAppliances);

        return new Topology
        {
            Name = name,
            Profile = network.Semantics.Profile,
            Accounts = OwningAccounts(vpcs).ToEquatableArray(),
            Regions = regions.Select(region => new Region(region.Id, region.Origin) { BlockPublicAccess = region.PublicAccessMode, LocalZones = region.LocalZones.ToEquatableArray() }).ToEquatableArray(),
            Vpcs = vpcs.Select(vpc => vpc.Build()).ToEquatableArray(),
            Subnets = subnets.Select(subnet => subnet.Build()).ToEquatableArray(),
            RouteTables = Present(vpcs.SelectMany(vpc => vpc.RouteTables)).Select(table => WithoutAbsent(table.Build())).ToEquatableArray(),
            InternetGateways = Present(regions.SelectMany(region => region.InternetGateways))
                .Select(gateway => gateway.Build())
                .ToEquatableArray(),
            NetworkInterfaces = interfaces
                .Where(HasAddress)
                .Select(each => each.Build(
                    FirstAddressOf(each), PublicAddress(each, each.ElasticAddress, each.WantsPublicAddress), Ipv6AddressesOf(each)))
                .ToEquatableArray(),
            EgressOnlyInternetGateways = Present(vpcs.SelectMany(vpc => vpc.EgressOnlyGateways)).Select(each => each.Build()).ToEquatableArray(),
            NatGateways = natGateways
                .Where(HasAddress)
                .Select(each => each.Build(
                    privateAddresses[each.Id],
                    PublicAddress(each, each.ElasticAddress, each.WantsPublicAddress),
                    address => HasAddress(address)
                        ? new NatAddress(privateAddresses[address.Id], PublicAddress(address, address.ElasticAddress, address.WantsPublicAddress))
                        : null))
                .ToEquatableArray(),
            RegionalNatGateways = Present(vpcs.SelectMany(vpc => vpc.RegionalNatGateways))
                .Select(each => each.Build(
                    OccupiedZones(each.Vpc, subnet => attachments[subnet].Any() || routeServerEndpoints[subnet].Any()),
                    elastic => elasticAddresses.TryGetValue(elastic, out var address) ? address : null,
                    () => TakePublicAddress(each)))
                .ToEquatableArray(),
            RouteServers = routeServers.Select(server => server.Build(HasAddress)).ToEquatableArray(),
            ClientVpnEndpoints = Present(vpcs.SelectMany(vpc => vpc.ClientVpns).Concat(transitGateways.SelectMany(gateway => gateway.ClientVpns)))
                .Select(endpoint => endpoint.Build(
                    association => HasAddress(association)
                        ? (privateAddresses[association.Id], PublicAddress(association, null, association.WantsPublicAddress))
                        : null,
                    Ipv6AddressOf))
                .ToEquatableArray(),
            ElasticAddresses = elasticIps
                .Where(elasticAddresses.ContainsKey)
                .Select(elasticIp => elasticIp.Build(elasticAddresses[elasticIp], HasAddress))
                .ToEquatableArray(),
            SecurityGroups = Present(vpcs.SelectMany(vpc => vpc.SecurityGroups)).Select(group => group.Build()).ToEquatableArray(),
            NetworkAcls = Present(vpcs.SelectMany(vpc => vpc.NetworkAcls)).Select(acl => acl.Build()).ToEquatableArray(),
            Instances = Present(subnets.SelectMany(subnet => subnet.Instances))
                .Where(instance => HasAddress(instance.Primary))
                .Select(instance => instance.Build(HasAddress))
                .ToEquatableArray(),
            PrefixLists = Present(regions.SelectMany(region => region.PrefixLists)).Select(list => list.Build()).ToEquatableArray(),
            Peerings = Present(network.Peerings).Select(peering => peering.Build()).ToEquatableArray(),
            TransitGateways = transitGateways.Select(gateway => gateway.Build()).ToEquatableArray(),
            Allocations = network.Allocations.Given.ToEquatableArray(),
            LoadBalancers = Present(vpcs.SelectMany(vpc => vpc.LoadBalancers)).Where(HasNode).Select(each => each.Build(HasAddress)).ToEquatableArray(),
            TargetGroups = Present(vpcs.SelectMany(vpc => vpc.TargetGroups)).Select(each => each.Build(HasAddress)).ToEquatableArray(),
            PublicServices = Present(regions.SelectMany(region => region.Services)).Select(each => each.Build()).ToEquatableArray(),
            VpcEndpoints = vpcs
                .SelectMany(vpc => Present(vpc.GatewayEndpoints).Select(each => each.Build())
                    .Concat(Present(vpc.InterfaceEndpoints).Where(HasInterface).Select(each => each.Build(HasAddress)))
                    .Concat(vpc.GatewayLoadBalancerEndpoints.Where(IsPlaced).Select(each => each.Build())))
                .ToEquatableArray(),
            EndpointServices = Present(vpcs.SelectMany(vpc => vpc.EndpointServices))
                .Select(each => each.Build(HasAddress))
                .ToEquatableArray(),
            GatewayLoadBalancers = Present(vpcs.SelectMany(vpc => vpc.GatewayLoadBalancers)).Where(HasNode).Select(each => each.Build(HasAddress)).ToEquatableArray(),
            AutoScalingGroups = Present(vpcs.SelectMany(vpc => vpc.AutoScalingGroups)).Select(each => each.Build(HasAddress)).ToEquatableArray(),
            Names = network.BuildNames(regions, vpcs.SelectMany(vpc => Present(vpc.InboundResolverEndpoints)).Where(HasInterface), HasAddress),
            InternetClients = internetClients,
            Accelerators = BuildAccelerators(elasticAddresses),
            Problems = network.Problems.All.Concat(problems).Concat(network.Semantics.Problems()).ToEquatableArray(),
        };

        Ipv4Address? PublicAddress(ElementBuilder holder, ElasticIpBuilder? elastic, bool wanted) =>
            elastic is not null && elasticAddresses.TryGetValue(elastic, out var address) ? address
            : wanted ? TakePublicAddress(holder)
            : null;
    }

    /// <summary>The zones in which the VPC has an interface of whatever kind: those of gateways and attachments count too.</summary>
    private IEnumerable<string> OccupiedZones(VpcBuilder vpc, Func<SubnetBuilder, bool> isAttached) => Present(vpc.DeclaredSubnets)
        .Where(subnet => subnet.LocalZone is null)
        .Where(subnet => isAttached(subnet)
            || subnet.Interfaces.Any(each => privateAddresses.ContainsKey(each.Id) || ipv6Addresses.ContainsKey(each.Id))
            || subnet.NatGateways.Any(each => privateAddresses.ContainsKey(each.Id))
            || Present(vpc.ClientVpns).SelectMany(endpoint => endpoint.Associations).Any(each => each.Subnet == subnet && privateAddresses.ContainsKey(each.Id)))
        .Select(subnet => subnet.Zone.Value);

    /// <summary>What has no interface in any zone is told, and left out.</summary>
    private bool HasInterface(ElementBuilder owner, IReadOnlyList<InterfaceBuilder> interfaces, string fault)
    {
        if (interfaces.Any(HasAddress))
        {
            return true;
        }

        problems.Add(new Problem(ProblemKind.Conflict, fault, owner.Origin));
        return false;
    }

    private bool HasNode(LoadBalancerBuilder balancer) => HasInterface(
        balancer, balancer.Nodes, $"network load balancer '{balancer.Name}' has no subnet; enable at least one zone with Subnet(…)");

    private bool HasInterface(InterfaceEndpointBuilder endpoint) => HasInterface(
        endpoint, endpoint.Interfaces, $"interface endpoint '{endpoint.Name}' is in no subnet; put it into at least one zone with Subnet(…)");

    private bool HasInterface(InboundResolverEndpointBuilder endpoint) => HasInterface(
        endpoint, endpoint.Interfaces, $"inbound resolver endpoint '{endpoint.Name}' is in no subnet; put it into at least one zone with Subnet(…)");

    /// <summary>A NAT gateway or an endpoint for which its subnet had no room is not there, and so no route leads to it.</summary>
    private RouteTable WithoutAbsent(RouteTable table) => table with
    {
        Routes = table.Routes
            .Where(route => route.Target.Value.Kind != ElementKind.NatGateway || privateAddresses.ContainsKey(route.Target.Value))
            .Where(route => route.Target.Value.Kind != ElementKind.VpcEndpoint || IsPlaced(route.Target.Value))
            .ToEquatableArray(),
    };

    private void RefuseManagedTargets(VpcBuilder vpc)
    {
        var managed = Present(vpc.DeclaredSubnets)
            .SelectMany(subnet => Present(subnet.Interfaces))
            .Where(each => each.Manager is not (null or InboundResolverEndpointBuilder))
            .SelectMany(AddressesOf, (each, address) => (each, address))

            // Where subnets overlap, which is told of elsewhere, an address may be held twice.
            .GroupBy(holder => holder.address)
            .ToDictionary(holders => holders.Key, holders => holders.First().each);
        foreach (var (address, group) in Present(vpc.TargetGroups).SelectMany(group => group.PreservingAddresses.Select(address => (address, group))))
        {
            if (managed.TryGetValue(address.Value, out var node))
            {
                problems.Add(new Problem(
                    ProblemKind.TargetHidesClients,
                    $"{address.Value} is the address of {ElementKinds.Text(node.Manager!.Id.Kind)} '{node.Manager.Id.Name}', which cannot be a target while target group '{group.Name}' preserves client addresses; {(group.AlwaysPreserves ? $"a group of {group.Protocol} always does, so register the hosts behind it" : "take PreserveClientAddress() away")}",
                    address.Origin)
                {
                    Other = node.Origin,
                });
            }
        }
    }

    /// <summary>What is not left out because of a problem.</summary>
    internal static List<T> Present<T>(IEnumerable<T> builders)
        where T : ElementBuilder => builders.Where(builder => !builder.IsLeftOut).ToList();

    private IEnumerable<Account> OwningAccounts(List<VpcBuilder> vpcs) =>
        new[] { network.DefaultAccount }
            .Where(account => vpcs.Exists(vpc => vpc.Account == account || vpc.DeclaredSubnets.Any(subnet => subnet.Participants.Contains(account)))
                || Present(network.Accelerators).Exists(accelerator => accelerator.Account == account)
                || Present(network.CustomRoutingAccelerators).Exists(accelerator => accelerator.Account == account))
            .Concat(Present(accounts))
            .Select(account => account.Build());

    /// <summary>Addresses that were fixed first, then the others in the order of declaration: interfaces, then NAT gateways.</summary>
    private void AssignPrivateAddresses(SubnetBuilder subnet, int attachments)
    {
        var addresses = new SubnetAddresses(subnet.Prefix.Value, subnet.IsWithheld);
        var holders = Present(subnet.Interfaces)
            .Select(each => ((ElementBuilder)each, each.FixedAddress))
            .Concat(Present(subnet.NatGateways).Select(each => ((ElementBuilder)each, each.FixedAddress)))
            .Concat(Present(subnet.Vpc.ClientVpns)
                .SelectMany(endpoint => endpoint.Associations)
                .Where(association => association.Subnet == subnet)
                .Select(association => ((ElementBuilder)association, (Ipv4Address?)null)))
            .Concat(Present(subnet.NatGateways)
                .SelectMany(gateway => gateway.SecondaryAddresses)
                .Select(each => ((ElementBuilder)each, each.FixedAddress)))
            .ToList();
        foreach (var (holder, address) in holders)
        {
            if (address is { } known && addresses.TryTake(known))
            {
                privateAddresses[holder.Id] = known;
            }
        }

        var wanting = holders.Where(holder => holder.Item2 is null).Select(holder => holder.Item1).ToList();
        foreach (var holder in wanting)
        {
            if (addresses.TakeNext() is { } free)
            {
                privateAddresses[holder.Id] = free;
            }
        }

        // The interface of an attachment or of a route server takes an address too, although nothing is ever sent to it.
        var needed = holders.Count + attachments;
        if (needed > SubnetAddresses.Usable(subnet.Prefix.Value))
        {
            problems.Add(new Problem(
                ProblemKind.SubnetFull,
                $"subnet '{subnet.Name}' ({subnet.Prefix}) has {SubnetAddresses.Usable(subnet.Prefix.Value)} usable addresses and needs {needed}; widen it or move interfaces",
                subnet.Prefix.Origin));
        }
        else if (wanting.FirstOrDefault(holder => !privateAddresses.ContainsKey(holder.Id)) is { } without)
        {
            problems.Add(new Problem(
                ProblemKind.SubnetFull,
                $"every address of subnet '{subnet.Name}' ({subnet.Prefix}) that is not reserved is taken, and '{without.Name}' gets none; reserve less",
                subnet.Prefix.Origin));
        }
    }

    private Dictionary<ElasticIpBuilder, Ipv4Address> AssignElasticAddresses(List<ElasticIpBuilder> elasticIps)
    {
        var assigned = new Dictionary<ElasticIpBuilder, Ipv4Address>();
        var registered = network.RegisteredPrefixes;
        foreach (var prefix in registered.Select(each => each.Value.AsIpv4).OfType<Ipv4Prefix>())
        {
            publicAddresses.Reserve(prefix);
        }

        foreach (var elasticIp in elasticIps.Where(each => each.FixedAddress is not null))
        {
            var address = elasticIp.FixedAddress!.Value;
            if (registered.FirstOrDefault(each => each.Value.Contains(address)) is { Origin: not null } ofSite)
            {
                problems.Add(new Problem(
                    ProblemKind.InvalidAddress,
                    $"{address} is of {ofSite}, which a site has registered for a public virtual interface; an elastic address is of the vendor's or of a range that was brought along",
                    elasticIp.AddressOrigin)
                {
                    Other = ofSite.Origin,
                });
                continue;
            }

            if (!publicAddresses.TryTake(address))
            {
                var first = assigned.First(other => other.Value == address).Key;
                problems.Add(new Problem(
                    ProblemKind.PublicAddressTwice,
                    $"{address} is the elastic address '{first.Name}' already; a public address exists once",
                    elasticIp.AddressOrigin)
                {
                    Other = first.AddressOrigin,
                });
                continue;
            }

            assigned[elasticIp] = address;
        }

        TakeFixedClientAddresses();
        TakeStaticAddresses();
        foreach (var elasticIp in elasticIps.Where(each => each.FixedAddress is null))
        {
            if ((elasticIp.Pool?.Range?.Value.AsIpv4 is { } range ? TakeFrom(range, elasticIp) : TakePublicAddress(elasticIp)) is { } address)
            {
                assigned[elasticIp] = address;
            }
        }

        return assigned;
    }

    private Ipv4Address? TakeFrom(Ipv4Prefix range, ElasticIpBuilder elasticIp)
    {
        for (long candidate = range.First.Value; candidate <= range.Last.Value; candidate++)
        {
            if (publicAddresses.TryTake(new Ipv4Address((uint)candidate)))
            {
                return new Ipv4Address((uint)candidate);
            }
        }

        problems.Add(new Problem(
            ProblemKind.InvalidAddress, $"no address of {range} is left for elastic address '{elasticIp.Name}'; bring another range along", elasticIp.Origin));
        return null;
    }

    private Ipv4Address? TakePublicAddress(ElementBuilder holder)
    {
        if (publicAddresses.TakeNext() is { } address)
        {
            return address;
        }

        problems.Add(new Problem(
            ProblemKind.InvalidAddress,
            $"no public address is left for {ElementKinds.Text(holder.Id.Kind)} '{holder.Name}'; give out fixed ones with ElasticIp(name, address)",
            holder.Origin));
        return null;
    }
}
