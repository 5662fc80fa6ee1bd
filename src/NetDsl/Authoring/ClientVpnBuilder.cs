using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// A Client VPN endpoint: clients connect to it, and reach what its routes lead to and its authorization rules allow, with the address of an
/// associated subnet's interface in place of their own of IPv4. At a transit gateway, and in IPv6, they show their own addresses. Source: "How AWS Client VPN
/// works", AWS Client VPN Administrator Guide.
/// </summary>
public sealed partial class ClientVpnBuilder : ElementBuilder
{
    // Source: "Rules and best practices for using AWS Client VPN".
    private const int SmallestSubnet = 27;

    // The first two addresses are the endpoint's own. The order of connecting is a model's.
    private const uint ReservedAtStart = 2;
    private readonly List<ClientVpnAssociationBuilder> associations = [];
    private readonly List<(Sourced<IpPrefix> Destination, SubnetBuilder? Subnet, bool IsLocal, Origin Origin)> routes = [];
    private readonly List<ClientVpnAuthorizationRule> rules = [];
    private readonly List<SecurityGroupBuilder> securityGroups = [];
    private readonly List<VpnClientBuilder> clients = [];
    private readonly Sourced<Ipv4Prefix>? clientPrefix;
    private readonly ClientVpnAuthentication authentication;
    private bool splitTunnel;
    private TrafficSelector? transport;

    private ClientVpnBuilder(NetworkBuilder network, ClientVpnDeclaration declared)
        : base(network, declared.Declaration)
    {
        clientPrefix = declared.ClientPrefix;
        authentication = declared.Authentication;
        addressType = declared.AddressType;
    }

    /// <summary>The VPC; nothing when it is attached to a transit gateway.</summary>
    public VpcBuilder? Vpc { get; private init; }

    internal IReadOnlyList<ClientVpnAssociationBuilder> Associations => associations;

    /// <summary>What routes that somebody added lead to.</summary>
    internal IEnumerable<Sourced<IpPrefix>> Destinations => routes.Where(route => !route.IsLocal).Select(route => route.Destination);

    /// <summary>Associates a subnet: clients come into the VPC by an interface in it. The blocks that the VPC has by now become routes.</summary>
    /// <param name="subnet">A subnet of the VPC, /27 or larger, in a zone that has no other association.</param>
    public ClientVpnBuilder Associate(SubnetBuilder subnet, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(subnet));
        if (IsLeftOut || subnet.IsLeftOut)
        {
            return this;
        }

        var fault = AttachedTo is { } gateway
            ? $"Client VPN endpoint '{Name}' is attached to transit gateway '{gateway.Name}', and has no subnets besides; declare one of VPC '{subnet.Vpc.Name}' with ClientVpn(…)"
            : subnet.Vpc != Vpc
            ? $"subnet '{subnet.Name}' is of VPC '{subnet.Vpc.Name}', Client VPN endpoint '{Name}' of VPC '{Vpc!.Name}'; associate a subnet of its own VPC"
            : subnet.Prefix.Value.Length > SmallestSubnet
            ? $"subnet '{subnet.Name}' ({subnet.Prefix}) is too small for Client VPN endpoint '{Name}'; the vendor takes a /{SmallestSubnet} or larger"
            : associations.Find(other => other.Subnet.Zone.Value == subnet.Zone.Value) is { } other
            ? $"Client VPN endpoint '{Name}' is associated with subnet '{other.Subnet.Name}' in zone {subnet.Zone} already; it takes one subnet a zone"
            : CarriesIpv6 && subnet.Ipv6Prefix is null
            ? $"subnet '{subnet.Name}' has no IPv6 prefix, of which Client VPN endpoint '{Name}' would give addresses to clients; give it one before, with Ipv6Cidr(…)"
            : null;
        if (fault is not null)
        {
            Network.Problems.Add(ProblemKind.Conflict, fault, origin);
            return this;
        }

        var id = new ElementId(ElementKind.ClientVpnAssociation, $"{Id.Path}/{subnet.Name}");
        associations.Add(new ClientVpnAssociationBuilder(this, subnet, new Declaration(id, origin, IsLeftOut: false), CarriesIpv4, CarriesIpv6));
        return this;
    }

    /// <summary>Adds a security group to the interfaces of the associations; the VPC's default group holds when none is ever given.</summary>
    /// <param name="group">A group of the VPC.</param>
    public ClientVpnBuilder SecurityGroup(SecurityGroupBuilder group, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(group));
        if (IsLeftOut || group.IsLeftOut || securityGroups.Contains(group))
        {
            return this;
        }

        var fault = AttachedTo is { } gateway
            ? $"Client VPN endpoint '{Name}' is attached to transit gateway '{gateway.Name}', where nothing of it has security groups; say what clients may reach with Authorize(…)"
            : group.Vpc != Vpc
            ? $"security group '{group.Name}' is of VPC '{group.Vpc.Name}', Client VPN endpoint '{Name}' of VPC '{Vpc!.Name}'; use a group of its own VPC"
            : securityGroups.Count == InterfaceBuilder.MaximumSecurityGroups
            ? $"Client VPN endpoint '{Name}' has {InterfaceBuilder.MaximumSecurityGroups} security groups already, the vendor's quota; merge rules into fewer groups"
            : null;
        if (fault is null)
        {
            securityGroups.Add(group);
        }
        else
        {
            Network.Problems.Add(ProblemKind.Conflict, fault, origin, group.Origin);
        }

        return this;
    }

    /// <summary>
    /// Adds a route: what clients send there goes into an associated subnet, and on by that subnet's route table; or into the transit gateway, and on by the table
    /// that is associated with the attachment.
    /// </summary>
    /// <param name="destination">For example <c>0.0.0.0/0</c>, of a family that the endpoint carries.</param>
    /// <param name="by">An associated subnet; every one when left out.</param>
    public ClientVpnBuilder Route(
        string destination, SubnetBuilder? by = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (PrefixOfFamily(destination, call.Of(nameof(destination))) is not { } prefix)
        {
            return this;
        }

        if (by is { IsLeftOut: false } && !IsLeftOut && !associations.Exists(association => association.Subnet == by))
        {
            Network.Problems.Add(ProblemKind.Conflict, NotAssociated(by), call.Of(nameof(by)));
            return this;
        }

        return AddRoute(prefix, by, isLocal: false, call.Origin);
    }

    /// <summary>
    /// Lets clients reach each other, by IPv4: a local route for their own prefix. It wants an authorization rule for everybody, too.
    /// </summary>
    public ClientVpnBuilder ClientToClient([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Origin;
        if (clientPrefix is { } own)
        {
            return AddRoute(new Sourced<IpPrefix>(own.Value, own.Origin), null, isLocal: true, origin);
        }

        if (!IsLeftOut)
        {
            Network.Problems.Add(
                ProblemKind.Conflict, $"clients reach each other by IPv4 only, and Client VPN endpoint '{Name}' carries none; write IpAddressType.Dualstack", origin, Origin);
        }

        return this;
    }

    /// <summary>
    /// Adds an authorization rule. The rules with the longest prefix that contains the destination decide, and nobody gets past them by a
    /// shorter one: a rule for one group takes its prefix away from all others.
    /// </summary>
    /// <param name="destination">What may be reached.</param>
    /// <param name="group">The group of the users that may; everybody when left out.</param>
    public ClientVpnBuilder Authorize(
        string destination, string? group = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (PrefixOfFamily(destination, call.Of(nameof(destination))) is not { } prefix)
        {
            return this;
        }

        var fault = group is null ? null
            : group.Trim().Length == 0
            ? $"{Quotation.Of(group)} is no group; name one as the directory or identity provider does"
            : authentication == ClientVpnAuthentication.Certificate
            ? $"Client VPN endpoint '{Name}' knows clients by their certificates only, which tell no groups; authorize everybody, or authenticate by Directory or Saml"
            : clientPrefix is { } own && prefix.Value.Overlaps(own.Value) && prefix.Value.Length > 0 && !IsLeftOut
            ? $"clients reach each other by a rule for everybody only, not by one for group {Quotation.Of(group)}"
            : null;
        if (fault is not null)
        {
            Network.Problems.Add(ProblemKind.Conflict, fault, call.Of(nameof(group)));
        }
        else if (!IsLeftOut)
        {
            rules.Add(new ClientVpnAuthorizationRule(prefix, group, call.Origin));
            Network.Semantics.Limit(
                profile => profile.Quotas.AuthorizationRulesPerClientVpnEndpoint,
                nameof(QuotaProfile.AuthorizationRulesPerClientVpnEndpoint),
                rules.Count,
                $"Client VPN endpoint '{Name}' with {rules.Count} authorization rules",
                call.Origin);
        }

        return this;
    }

    /// <summary>Makes clients send only what the endpoint has routes for into the tunnel; the rest goes by their own networks.</summary>
    public ClientVpnBuilder SplitTunnel()
    {
        splitTunnel = true;
        return this;
    }

    /// <summary>Says what carries the tunnels of clients; OpenVPN over UDP to port 443 unless told otherwise.</summary>
    /// <param name="connection">UDP or TCP, and port 443 or 1194, such as <c>Tcp(443)</c>.</param>
    public ClientVpnBuilder Transport(TrafficSelector connection, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var ports = connection.DestinationPorts;
        if (connection.Protocol.HasPorts && ports.First == ports.Last && ports.First is 443 or 1194)
        {
            transport = connection;
        }
        else if (!IsLeftOut)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                $"clients connect to Client VPN endpoint '{Name}' over UDP or TCP to port 443 or 1194, not by {connection}; write such as Udp(443) or Tcp(443)",
                Call.Here(file, line).Of(nameof(connection)));
        }

        return this;
    }

    /// <summary>A client that is connected: somebody's machine, from which flows start.</summary>
    /// <param name="name">Unique in the endpoint.</param>
    /// <param name="groups">The groups of its user.</param>
    /// <param name="by">
    /// The associated subnet that its session lands on; the first when left out. The vendor leaves it to DNS. None at a transit gateway.
    /// </param>
    public VpnClientBuilder Client(
        string name,
        IReadOnlyList<string>? groups = null,
        SubnetBuilder? by = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var client = new VpnClientBuilder(
            this, Network.Names.Declare(ElementKind.VpnClient, Id.Path, name, call.Of(nameof(name)), IsLeftOut), [.. groups ?? []]);
        client.Association = by is null ? associations.FirstOrDefault() : associations.Find(association => association.Subnet == by);
        if (client.Association is null && !client.IsLeftOut && (AttachedTo is null || by is not null))
        {
            Network.Problems.Add(
                ProblemKind.NotAssociated,
                by is null
                    ? $"Client VPN endpoint '{Name}' has no associated subnet yet, so that nobody can connect; associate one before, with Associate(…)"
                    : NotAssociated(by),
                by is null ? call.Of(nameof(name)) : call.Of(nameof(by)));
            client.LeaveOut();
        }

        clients.Add(client);
        return client;
    }

    internal ClientVpnEndpoint Build(
        Func<ClientVpnAssociationBuilder, (Ipv4Address Private, Ipv4Address? Public)?> addresses, Func<VpnClientBuilder, IpAddress?> ipv6Address)
    {
        var built = associations
            .Select(association => addresses(association) is { } given ? association.Build(given.Private, given.Public, RoutesOf(association)) : null)
            .OfType<ClientVpnAssociation>()
            .ToEquatableArray();

        return new ClientVpnEndpoint(
            Id,
            Origin,
            Vpc?.Id,
            clientPrefix,
            authentication,
            splitTunnel,
            Vpc is null ? [] : securityGroups.Count == 0 ? [Vpc.DefaultSecurityGroup.Id] : securityGroups.Select(group => group.Id).ToEquatableArray(),
            built,
            rules.ToEquatableArray(),
            clients
                .Where(client => !client.IsLeftOut && (AttachedTo is not null || built.Any(association => association.Id == client.Association!.Id)))
                .Select((client, index) => client.Build(
                    clientPrefix is { } ipv4 ? new Ipv4Address(ipv4.Value.First.Value + ReservedAtStart + (uint)index) : null,
                    ClientIpv6Prefix is { } ipv6 ? ipv6.First.Plus(ReservedAtStart + (ulong)index) : ipv6Address(client)))
                .ToEquatableArray())
        {
            TransitGateway = AttachedTo?.Id,
            IpAddressType = addressType,
            Transport = transport?.Protocol ?? Protocol.Udp,
            Port = transport?.DestinationPorts.First ?? 443,
            ClientIpv6Prefix = ClientIpv6Prefix,
            Routes = AttachedTo is null ? [] : BuildRoutes(routes).ToEquatableArray(),
        };
    }

    private ClientVpnBuilder AddRoute(Sourced<IpPrefix> destination, SubnetBuilder? by, bool isLocal, Origin origin)
    {
        if (IsLeftOut)
        {
            return this;
        }

        if (routes.Exists(route => route.Destination.Value == destination.Value && (route.Subnet is null || by is null || route.Subnet == by)))
        {
            Network.Problems.Add(
                ProblemKind.RouteTwice,
                $"Client VPN endpoint '{Name}' has a route to {destination} already; a table has one route to a prefix",
                destination.Origin,
                routes.Find(route => route.Destination.Value == destination.Value).Origin);
            return this;
        }

        routes.Add((destination, by, isLocal, origin));
        var count = associations.Select(association => RoutesOf(association).Count).DefaultIfEmpty(routes.Count).Max();
        Network.Semantics.Limit(
            profile => profile.Quotas.RoutesPerClientVpnAssociation,
            nameof(QuotaProfile.RoutesPerClientVpnAssociation),
            count,
            $"Client VPN endpoint '{Name}' with {count} routes {(AttachedTo is null ? "of an association" : "to the transit gateway")}",
            origin);
        return this;
    }

    private EquatableArray<ClientVpnRoute> RoutesOf(ClientVpnAssociationBuilder association) => association.Blocks
        .Select(block => new ClientVpnRoute(block, IsLocal: false, Origin.None))
        .Concat(BuildRoutes(routes
            .Where(route => (route.Subnet is null || route.Subnet == association.Subnet)
                && association.Blocks.All(block => block.Value != route.Destination.Value))))
        .ToEquatableArray();

    private static IEnumerable<ClientVpnRoute> BuildRoutes(IEnumerable<(Sourced<IpPrefix> Destination, SubnetBuilder? Subnet, bool IsLocal, Origin Origin)> routes) =>
        routes.Select(route => new ClientVpnRoute(route.Destination, route.IsLocal, route.Origin));
}
