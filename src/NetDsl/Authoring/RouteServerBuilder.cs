using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A VPC Route Server: endpoints in subnets, and sessions with appliances.</summary>
public sealed class RouteServerBuilder : ElementBuilder
{
    private readonly List<RouteServerEndpointBuilder> endpoints = [];
    private readonly List<RouteServerPeerBuilder> peers = [];

    internal RouteServerBuilder(VpcBuilder vpc, Declaration declaration, uint asn)
        : base(vpc.Network, declaration)
    {
        Vpc = vpc;
        Asn = asn;
    }

    /// <summary>The VPC.</summary>
    public VpcBuilder Vpc { get; }

    internal uint Asn { get; }

    internal IReadOnlyList<RouteServerEndpointBuilder> Endpoints => endpoints;

    /// <summary>Declares an endpoint: an interface at which sessions end. The vendor recommends two in a subnet.</summary>
    /// <param name="name">Unique in the route server.</param>
    /// <param name="subnet">A subnet of the same VPC; the interface takes an address of it.</param>
    public RouteServerEndpointBuilder Endpoint(
        string name, SubnetBuilder subnet, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var isStrange = !IsLeftOut && !subnet.IsLeftOut && subnet.Vpc != Vpc;
        if (isStrange)
        {
            Network.Problems.Add(
                ProblemKind.OtherVpc,
                $"subnet '{subnet.Name}' is of VPC '{subnet.Vpc.Name}', route server '{Name}' of VPC '{Vpc.Name}'; use a subnet of its own VPC",
                call.Of(nameof(subnet)));
        }

        var endpoint = new RouteServerEndpointBuilder(
            this,
            Network.Names.Declare(
                ElementKind.RouteServerEndpoint, Id.Path, name, call.Of(nameof(name)), IsLeftOut || subnet.IsLeftOut || isStrange),
            subnet);
        endpoints.Add(endpoint);
        return endpoint;
    }

    internal RouteServerPeerBuilder Add(RouteServerPeerBuilder peer)
    {
        peers.Add(peer);
        return peer;
    }

    internal RouteServer Build(Func<ElementBuilder, bool> hasAddress) => new(
        Id,
        Origin,
        Vpc.Id,
        Asn,
        endpoints.Where(endpoint => !endpoint.IsLeftOut).Select(endpoint => endpoint.Build()).ToEquatableArray(),
        peers.Where(peer => !peer.IsLeftOut && hasAddress(peer.Interface)).Select(peer => peer.Build()).ToEquatableArray());
}

/// <summary>An endpoint of a route server.</summary>
public sealed class RouteServerEndpointBuilder : ElementBuilder
{
    internal RouteServerEndpointBuilder(RouteServerBuilder server, Declaration declaration, SubnetBuilder subnet)
        : base(server.Network, declaration)
    {
        Server = server;
        Subnet = subnet;
    }

    /// <summary>The route server.</summary>
    public RouteServerBuilder Server { get; }

    internal SubnetBuilder Subnet { get; }

    /// <summary>Declares a session with an appliance, which leads to its primary interface.</summary>
    /// <param name="name">Unique in the route server.</param>
    /// <param name="appliance">An instance of the same VPC.</param>
    /// <param name="asn">The autonomous system of the appliance, another than the route server's.</param>
    public RouteServerPeerBuilder Peer(
        string name, InstanceBuilder appliance, long asn, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Peer(name, appliance.Primary, asn, Call.Here(file, line), nameof(appliance));

    /// <summary>Declares a session with an appliance.</summary>
    /// <param name="name">Unique in the route server.</param>
    /// <param name="appliance">An interface of an instance of the same VPC, to which the routes lead.</param>
    /// <param name="asn">The autonomous system of the appliance, another than the route server's.</param>
    public RouteServerPeerBuilder Peer(
        string name, InterfaceBuilder appliance, long asn, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Peer(name, appliance, asn, Call.Here(file, line), nameof(appliance));

    internal RouteServerEndpoint Build() => new(Id, Origin, Subnet.Id);

    private RouteServerPeerBuilder Peer(string name, InterfaceBuilder appliance, long asn, Call call, string parameter)
    {
        var number = Network.Problems.Asn(asn, call.Of(nameof(asn)));
        var isLeftOut = IsLeftOut || appliance.IsLeftOut || number is null;
        if (!isLeftOut && appliance.Subnet.Vpc != Server.Vpc)
        {
            Network.Problems.Add(
                ProblemKind.OtherVpc,
                $"'{appliance.Name}' is of VPC '{appliance.Subnet.Vpc.Name}', route server '{Server.Name}' of VPC '{Server.Vpc.Name}'; it installs routes to interfaces of its own VPC only",
                call.Of(parameter));
            isLeftOut = true;
        }

        isLeftOut = isLeftOut || !Network.Problems.AreTwoSystems(number!.Value, $"'{appliance.Name}'", Server.Asn, Server, call.Of(nameof(asn)));
        return Server.Add(new RouteServerPeerBuilder(
            this,
            Network.Names.Declare(ElementKind.RouteServerPeer, Server.Id.Path, name, call.Of(nameof(name)), isLeftOut),
            appliance,
            number ?? 0));
    }
}

/// <summary>A session of a route server with an appliance.</summary>
public sealed class RouteServerPeerBuilder : ElementBuilder
{
    private readonly RouteServerEndpointBuilder endpoint;
    private readonly uint asn;
    private readonly List<RouteServerAdvertisement> advertised = [];
    private bool isUp = true;

    internal RouteServerPeerBuilder(RouteServerEndpointBuilder endpoint, Declaration declaration, InterfaceBuilder appliance, uint asn)
        : base(endpoint.Network, declaration)
    {
        this.endpoint = endpoint;
        this.asn = asn;
        Interface = appliance;
    }

    internal InterfaceBuilder Interface { get; }

    /// <summary>Lets the appliance tell a prefix.</summary>
    /// <param name="prefix">For example <c>0.0.0.0/0</c>; inside the VPC only whole subnets are installed.</param>
    /// <param name="med">The multi-exit discriminator: of several routes to a prefix the one with the lowest is installed.</param>
    public RouteServerPeerBuilder Advertise(
        string prefix, long med = 0, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (Network.Problems.Ipv4Prefix(prefix, call.Of(nameof(prefix))) is not { } known
            || !Network.Problems.InRange(med, 0, uint.MaxValue, "a multi-exit discriminator", call.Of(nameof(med))))
        {
            return this;
        }

        if (advertised.Find(other => other.Destination.Value == known.Value) is { } first)
        {
            Network.Problems.Add(
                ProblemKind.AdvertisedTwice, $"'{Name}' advertises {known} already; say it once", known.Origin, first.Destination.Origin);
        }
        else
        {
            advertised.Add(new RouteServerAdvertisement(known, (uint)med, call.Origin));
        }

        return this;
    }

    /// <summary>Says that the session is down: what the appliance told is withdrawn.</summary>
    public RouteServerPeerBuilder Down()
    {
        isUp = false;
        return this;
    }

    internal RouteServerPeer Build() => new(Id, Origin, endpoint.Id, Interface.Id, asn, isUp, advertised.ToEquatableArray());
}
