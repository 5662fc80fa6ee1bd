using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A subnet: instances, interfaces and NAT gateways live in one.</summary>
public sealed partial class SubnetBuilder : ElementBuilder
{
    private readonly List<InstanceBuilder> instances = [];
    private readonly List<InterfaceBuilder> interfaces = [];
    private readonly List<NatGatewayBuilder> natGateways = [];
    private readonly HashSet<Ipv4Address> fixedAddresses = [];
    private RouteTableBuilder? routeTable;

    /// <summary>The Local Zone that it is in, when it is in one.</summary>
    internal LocalZone? LocalZone => Vpc.Region.LocalZoneOf(Zone.Value);

    /// <summary>From where public addresses in it are announced.</summary>
    internal string NetworkBorderGroup => LocalZone?.NetworkBorderGroup ?? Vpc.Region.Name;

    /// <summary>Its own table, or else the main one.</summary>
    internal RouteTableBuilder EffectiveRouteTable => routeTable ?? Vpc.MainRouteTable;
    private NetworkAclBuilder? networkAcl;
    private Origin? needsInternet;

    internal SubnetBuilder(
        VpcBuilder vpc, Declaration declaration, string cidr, Sourced<Ipv4Prefix> prefix, Sourced<string> zone)
        : base(vpc.Network, declaration)
    {
        Vpc = vpc;
        Cidr = cidr;
        Prefix = prefix;
        Zone = zone;
    }

    /// <summary>The prefix, as it was written.</summary>
    public string Cidr { get; }

    /// <summary>The VPC.</summary>
    public VpcBuilder Vpc { get; }

    internal Sourced<Ipv4Prefix> Prefix { get; }

    internal Sourced<string> Zone { get; }

    internal IReadOnlyList<InstanceBuilder> Instances => instances;

    /// <summary>The interfaces here, in the order in which they get their addresses.</summary>
    internal IReadOnlyList<InterfaceBuilder> Interfaces => interfaces;

    internal IReadOnlyList<NatGatewayBuilder> NatGateways => natGateways;

    /// <summary>Declares a route table of the VPC and associates it with this subnet.</summary>
    /// <param name="name">Unique in the VPC; <c>main</c> is taken.</param>
    /// <param name="configure">Adds routes.</param>
    public RouteTableBuilder RouteTable(
        string name,
        Action<RouteTableBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var table = Vpc.RouteTable(name, null, file, line);
        Associate(table, call.Origin);
        configure?.Invoke(table);
        return table;
    }

    /// <summary>Associates a route table, which takes the place of the main table.</summary>
    /// <param name="table">A table of the same VPC.</param>
    public SubnetBuilder Associate(
        RouteTableBuilder table, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Associate(table, Call.Here(file, line).Of(nameof(table)));
        return this;
    }

    /// <summary>Associates a network ACL, which takes the place of the default one.</summary>
    /// <param name="acl">An ACL of the same VPC.</param>
    public SubnetBuilder Associate(
        NetworkAclBuilder acl, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(acl));
        if (AcceptsAssociation(acl, acl.Vpc, networkAcl, origin))
        {
            networkAcl = acl;
        }

        return this;
    }

    /// <summary>
    /// Declares that the hosts here must reach the internet. Without a route to it, by an internet gateway, a NAT gateway or a
    /// transit gateway, that is a finding.
    /// </summary>
    public SubnetBuilder NeedsInternet([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        needsInternet ??= Call.Here(file, line).Origin;
        return this;
    }

    /// <summary>Declares an instance with one interface in this subnet.</summary>
    /// <param name="name">Unique in the VPC.</param>
    /// <param name="securityGroup">Its group; the VPC's default group when none is ever given.</param>
    /// <param name="configure">Adds addresses, groups and interfaces.</param>
    public InstanceBuilder Instance(
        string name,
        SecurityGroupBuilder? securityGroup = null,
        Action<InstanceBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var instance = AddInstance(name, call.Of(nameof(name)), IsLeftOut);
        if (securityGroup is not null)
        {
            instance.Primary.Join(securityGroup, call.Of(nameof(securityGroup)));
        }

        configure?.Invoke(instance);
        return instance;
    }

    /// <summary>Declares an interface that belongs to no instance.</summary>
    /// <param name="name">Unique in the VPC, among interfaces and instances.</param>
    /// <param name="securityGroup">Its group; the VPC's default group when none is ever given.</param>
    public InterfaceBuilder Interface(
        string name,
        SecurityGroupBuilder? securityGroup = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var added = AddInterface(name, call.Of(nameof(name)), IsLeftOut);
        if (securityGroup is not null)
        {
            added.Join(securityGroup, call.Of(nameof(securityGroup)));
        }

        return added;
    }

    /// <summary>
    /// Declares a public NAT gateway in this subnet, with an elastic address of its own unless it is given one.
    /// </summary>
    /// <param name="name">Unique in the VPC.</param>
    public NatGatewayBuilder NatGateway(
        string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var gateway = new NatGatewayBuilder(
            this, Network.Names.Declare(ElementKind.NatGateway, Vpc.Id.Path, name, call.Of(nameof(name)), IsLeftOut));
        natGateways.Add(gateway);
        return gateway;
    }

    internal InstanceBuilder AddInstance(string name, Origin origin, bool isLeftOut)
    {
        var declaration = Network.Names.Declare(ElementKind.Instance, Vpc.Id.Path, name, origin, isLeftOut);
        var instance = new InstanceBuilder(
            this,
            declaration,
            declaration.IsLeftOut
                ? declaration with { Id = new ElementId(ElementKind.NetworkInterface, declaration.Id.Path) }
                : Network.Names.Declare(ElementKind.NetworkInterface, Vpc.Id.Path, name, origin, parentLeftOut: false, declaration.Id.Path));
        if (instance.Primary.IsLeftOut)
        {
            instance.LeaveOut();
        }

        instances.Add(instance);
        Vpc.Remember(instance);
        Add(instance.Primary);
        return instance;
    }

    internal InterfaceBuilder AddInterface(string name, Origin origin, bool isLeftOut) => Add(new InterfaceBuilder(
        this, Network.Names.Declare(ElementKind.NetworkInterface, Vpc.Id.Path, name, origin, isLeftOut), instance: null));

    internal InterfaceBuilder Add(InterfaceBuilder added)
    {
        interfaces.Add(added);
        return added;
    }

    /// <summary>Reads an address that the user fixed: inside the subnet, not reserved, and free.</summary>
    internal Ipv4Address? FixAddress(string text, ElementBuilder holder, Origin origin)
    {
        if (Network.Problems.Address(text, origin) is not { } address || holder.IsLeftOut)
        {
            return null;
        }

        if (IsIpv6Only)
        {
            Network.Problems.Add(ProblemKind.NoIpv4Addresses, $"subnet '{Name}' has no IPv4 addresses; give an address of {Ipv6Prefix} with Ipv6Address(…)", origin);
            return null;
        }

        var (kind, fault) = !Prefix.Value.Contains(address) ? (ProblemKind.AddressOutsideSubnet, $"{address} is not in subnet '{Name}' ({Prefix}); choose an address inside")
            : SubnetAddresses.IsReserved(Prefix.Value, address)
                ? (ProblemKind.AddressReserved, $"{address} is reserved: the vendor keeps the first four addresses and the last of subnet '{Name}' ({Prefix})")
            : !fixedAddresses.Add(address) ? (ProblemKind.AddressTaken, $"{address} is taken already in subnet '{Name}'; choose another")
            : (default, null);
        if (fault is null)
        {
            return address;
        }

        Network.Problems.Add(new Problem(kind, fault, origin) { Replacement = new SubnetAddresses(Prefix.Value, fixedAddresses.Contains).TakeNext()?.ToString() });
        return null;
    }

    internal Subnet Build() => new(
        Id,
        Origin,
        Vpc.Id,
        FirstPrefix,
        Zone,
        EffectiveRouteTable.Id,
        (networkAcl ?? Vpc.DefaultNetworkAcl).Id,
        needsInternet)
    {
        PublicAccessExclusion = publicAccessExclusion,
        Ipv6Prefix = Ipv6Prefix,
        Dns64 = dns64,
        Tags = tags.Build(),
        Reservations = reservations.ToEquatableArray(),
        Participants = participants.Where(account => !account.IsLeftOut).Select(account => account.Id).ToEquatableArray(),
    };

    private void Associate(RouteTableBuilder table, Origin origin)
    {
        if (AcceptsAssociation(table, table.Vpc, routeTable, origin))
        {
            routeTable = table;
        }
    }

    private bool AcceptsAssociation(ElementBuilder added, VpcBuilder vpc, ElementBuilder? present, Origin origin)
    {
        if (IsLeftOut || added.IsLeftOut)
        {
            return false;
        }

        var kind = ElementKinds.Text(added.Id.Kind);
        if (vpc != Vpc)
        {
            Network.Problems.Add(
                ProblemKind.OtherVpc,
                $"{kind} '{added.Name}' is of VPC '{vpc.Name}', subnet '{Name}' of VPC '{Vpc.Name}'; use one of its own VPC",
                origin);
            return false;
        }

        if (present is not null && present != added)
        {
            Network.Problems.Add(
                ProblemKind.AssociatedAlready,
                $"subnet '{Name}' has {kind} '{present.Name}' already; a subnet has one, put everything into it",
                origin,
                present.Origin);
            return false;
        }

        return true;
    }
}
