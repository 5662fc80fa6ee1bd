using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A VPC: subnets, route tables, groups and ACLs live in one.</summary>
public sealed partial class VpcBuilder : ElementBuilder
{
    private readonly List<Sourced<Ipv4Prefix>> blocks = [];
    private readonly List<SubnetBuilder> subnets = [];
    private readonly List<RouteTableBuilder> routeTables = [];
    private readonly List<SecurityGroupBuilder> securityGroups = [];
    private readonly List<NetworkAclBuilder> networkAcls = [];

    internal VpcBuilder(
        RegionBuilder region, Declaration declaration, AccountBuilder account, string cidr, Sourced<Ipv4Prefix>? block)
        : base(region.Network, declaration)
    {
        Region = region;
        Account = account;
        Cidr = cidr;
        if (block is { } primary)
        {
            Add(primary);
        }

        MainRouteTable = new RouteTableBuilder(this, Given(ElementKind.RouteTable, "main"));
        DefaultNetworkAcl = NetworkAclBuilder.Default(this, Given(ElementKind.NetworkAcl, "default"));
        DefaultSecurityGroup = SecurityGroupBuilder.Default(this, Given(ElementKind.SecurityGroup, "default"));
        routeTables.Add(MainRouteTable);
        networkAcls.Add(DefaultNetworkAcl);
        securityGroups.Add(DefaultSecurityGroup);

        Declaration Given(ElementKind kind, string name) =>
            Network.Names.DeclareGiven(kind, Id.Path, name, IsLeftOut);
    }

    /// <summary>The primary block, as it was written.</summary>
    public string Cidr { get; }

    /// <summary>The owner.</summary>
    public AccountBuilder Account { get; }

    /// <summary>The region.</summary>
    public RegionBuilder Region { get; }

    /// <summary>The table of the subnets that have no other; it starts with local routes only.</summary>
    public RouteTableBuilder MainRouteTable { get; }

    /// <summary>The ACL of the subnets that have no other; it allows everything.</summary>
    public NetworkAclBuilder DefaultNetworkAcl { get; }

    /// <summary>
    /// The group of the interfaces that have no other; it admits what comes from interfaces that have it, and lets everything out.
    /// </summary>
    public SecurityGroupBuilder DefaultSecurityGroup { get; }

    /// <summary>The internet gateway that is attached; a VPC has one.</summary>
    internal InternetGatewayBuilder? AttachedInternetGateway { get; set; }

    /// <summary>The virtual private gateway that is attached; a VPC has one.</summary>
    internal VpnGatewayBuilder? AttachedVpnGateway { get; set; }

    /// <summary>The peering connections that were requested by or of it, in the order of declaration.</summary>
    internal List<PeeringBuilder> Peerings { get; } = [];

    internal IReadOnlyList<Sourced<Ipv4Prefix>> Blocks => blocks;

    internal IReadOnlyList<SubnetBuilder> DeclaredSubnets => subnets;

    internal IReadOnlyList<RouteTableBuilder> RouteTables => routeTables;

    internal IReadOnlyList<SecurityGroupBuilder> SecurityGroups => securityGroups;

    internal IReadOnlyList<NetworkAclBuilder> NetworkAcls => networkAcls;

    /// <summary>Adds a secondary block.</summary>
    /// <param name="cidr">/16 to /28, for example <c>100.64.0.0/16</c>.</param>
    public VpcBuilder SecondaryCidr(string cidr, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (Network.Problems.BlockPrefix(cidr, "VPC block", call.Of(nameof(cidr))) is { } block)
        {
            if (!IsLeftOut && VpcBlockRules.Fault(this, block.Value) is { } fault)
            {
                Network.Problems.Add(ProblemKind.Conflict, fault, block.Origin);
                return this;
            }

            Add(block);
        }

        return this;
    }

    /// <summary>Declares a subnet.</summary>
    /// <param name="name">Unique in the VPC.</param>
    /// <param name="cidr">Inside a block of the VPC, /16 to /28, for example <c>10.0.1.0/24</c>.</param>
    /// <param name="zone">The availability zone: its letter, or its full name such as <c>us-east-1a</c>.</param>
    /// <param name="configure">Describes what is inside.</param>
    public SubnetBuilder Subnet(
        string name,
        string cidr,
        string zone,
        Action<SubnetBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var prefix = Network.Problems.BlockPrefix(cidr, "subnet", call.Of(nameof(cidr)));
        var zoneName = ZoneOf(zone, call.Of(nameof(zone)));
        var declaration = Network.Names.Declare(
            ElementKind.Subnet, Id.Path, name, call.Of(nameof(name)), IsLeftOut || prefix is null || zoneName is null);
        var subnet = new SubnetBuilder(
            this, declaration, cidr, prefix ?? default, new Sourced<string>(zoneName ?? "", call.Of(nameof(zone))));
        subnets.Add(subnet);
        configure?.Invoke(subnet);
        return subnet;
    }

    /// <summary>Declares a route table; subnets use it once <see cref="SubnetBuilder.Associate(RouteTableBuilder, string, int)"/> says so.</summary>
    /// <param name="name">Unique in the VPC; <c>main</c> is taken.</param>
    /// <param name="configure">Adds routes.</param>
    public RouteTableBuilder RouteTable(
        string name,
        Action<RouteTableBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var table = new RouteTableBuilder(
            this, Network.Names.Declare(ElementKind.RouteTable, Id.Path, name, call.Of(nameof(name)), IsLeftOut));
        routeTables.Add(table);
        configure?.Invoke(table);
        return table;
    }

    /// <summary>Declares an internet gateway and attaches it to this VPC.</summary>
    /// <param name="name">Unique in the region.</param>
    public InternetGatewayBuilder InternetGateway(
        string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var gateway = Region.Add(new InternetGatewayBuilder(
            Region,
            Network.Names.Declare(ElementKind.InternetGateway, Region.Id.Path, name, call.Of(nameof(name)), IsLeftOut)));
        gateway.Attach(this, call.Of(nameof(name)));
        return gateway;
    }

    /// <summary>Declares a security group. It admits nothing, and lets everything out until it has an egress rule.</summary>
    /// <param name="name">Unique in the VPC; it does not start with <c>sg-</c>, and <c>default</c> is taken.</param>
    /// <param name="configure">Adds rules.</param>
    public SecurityGroupBuilder SecurityGroup(
        string name,
        Action<SecurityGroupBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var group = AddSecurityGroup(name, call.Of(nameof(name)), IsLeftOut);
        configure?.Invoke(group);
        return group;
    }

    internal SecurityGroupBuilder AddSecurityGroup(string name, Origin origin, bool isLeftOut)
    {
        var group = new SecurityGroupBuilder(this, Network.Names.Declare(ElementKind.SecurityGroup, Id.Path, name, origin, isLeftOut));
        securityGroups.Add(group);
        return group;
    }

    /// <summary>Declares a network ACL. It denies everything until it has entries.</summary>
    /// <param name="name">Unique in the VPC; <c>default</c> is taken.</param>
    /// <param name="configure">Adds entries.</param>
    public NetworkAclBuilder NetworkAcl(
        string name,
        Action<NetworkAclBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var acl = new NetworkAclBuilder(
            this, Network.Names.Declare(ElementKind.NetworkAcl, Id.Path, name, call.Of(nameof(name)), IsLeftOut));
        networkAcls.Add(acl);
        configure?.Invoke(acl);
        return acl;
    }

    /// <summary>The instance of that name, declared before.</summary>
    /// <param name="name">The name of an instance of this VPC.</param>
    public InstanceBuilder Instance(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (InstanceOf(name) is { } found)
        {
            return found;
        }

        if (!IsLeftOut)
        {
            Network.Problems.Add(
                ProblemKind.UnknownName,
                $"VPC '{Name}' has no instance {Quotation.Of(name)} at this point; declare it before, with Subnet(…).Instance(…)",
                call.Of(nameof(name)));
        }

        return InstanceBuilder.LeftOut(this, name ?? "");
    }

    private void Add(Sourced<Ipv4Prefix> block)
    {
        blocks.Add(block);
        if (!IsLeftOut)
        {
            Network.Ipv4Blocks.Add(block.Value);
        }
    }

    internal Vpc Build() => new(
        Id,
        Origin,
        Region.Id,
        Account.Id,
        blocks.ToEquatableArray(),
        MainRouteTable.Id,
        DefaultNetworkAcl.Id,
        DefaultSecurityGroup.Id)
    {
        PublicAccessExclusion = publicAccessExclusion,
        DnsSupport = dnsSupport,
        Tags = tags.Build(),
        DnsHostnames = dnsHostnames,
        Ipv6Blocks = ipv6Blocks.ToEquatableArray(),
        UnadvertisedIpv6Blocks = UnadvertisedIpv6Blocks(),
    };
}
