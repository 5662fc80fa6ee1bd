using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.Memory;

/// <summary>What is an element, all of it?</summary>
internal sealed record ElementQuestion(ElementId Id) : Question
{
    public override object? Answer(AskedNetwork network) => network.Index.Find(Id);
}

/// <summary>
/// What is the network? The answer leaves out what no path depends on, but by name: intents, and the rules of groups and ACLs, unless they may stand in the way of GRE between transit
/// gateways and appliances.
/// </summary>
internal sealed record WholeNetworkQuestion : Question
{
    public static WholeNetworkQuestion One { get; } = new();

    public override object? Answer(AskedNetwork network)
    {
        var topology = network.Index.Topology with { Intents = [] };
        return topology.Hybrid.ConnectPeers.Count > 0 ? topology : topology with { SecurityGroups = [], NetworkAcls = [] };
    }
}

/// <summary>Which internet gateway is attached to the VPC?</summary>
internal sealed record GatewayQuestion(ElementId Vpc) : Question
{
    public override object? Answer(AskedNetwork network) => network.Index.GatewayOf(Vpc);
}

/// <summary>Which is the egress-only internet gateway of the VPC?</summary>
internal sealed record EgressOnlyGatewayQuestion(ElementId Vpc) : Question
{
    public override object? Answer(AskedNetwork network) => network.Index.EgressOnlyGatewayOf(Vpc);
}

/// <summary>What passes between the internet and a subnet of the VPC that is excluded from the region's block in that way?</summary>
internal sealed record PublicAccessQuestion(ElementId Id, PublicAccessExclusion? OfSubnet) : QuestionOf<Vpc>(Id)
{
    protected override object? Answer(AskedNetwork network, Vpc vpc) => network.Index.PublicAccessOf(vpc, OfSubnet);
}

/// <summary>Which is the identifier of a zone, for an account that owns the VPC?</summary>
internal sealed record ZoneIdQuestion(ElementId Id, string Zone) : QuestionOf<Vpc>(Id)
{
    protected override object? Answer(AskedNetwork network, Vpc vpc) => network.Index.ZoneIdOf(vpc, Zone);
}

/// <summary>By which zone do transit gateways serve subnets of a zone of the VPC?</summary>
internal sealed record TransitZoneIdQuestion(ElementId Id, string Zone) : QuestionOf<Vpc>(Id)
{
    protected override object? Answer(AskedNetwork network, Vpc vpc) => network.Index.TransitZoneIdOf(vpc, Zone);
}

/// <summary>Whether replies of a service have a source class of their own.</summary>
internal sealed record ReplySourceQuestion(ElementId Id) : QuestionOf<PublicService>(Id)
{
    protected override object? Answer(AskedNetwork network, PublicService service) => network.Holders.Sources.OfService(service) != network.Holders.Sources.Internet;
}

/// <summary>Whether anything leads to sites.</summary>
internal sealed record LinksQuestion : Question
{
    public static LinksQuestion One { get; } = new();

    public override object? Answer(AskedNetwork network) =>
        network.Index.Topology.Hybrid is var hybrid && hybrid.VpnConnections.Count + hybrid.VirtualInterfaces.Count + hybrid.ConnectPeers.Count > 0;
}

/// <summary>Whether some public virtual interface leads to sites.</summary>
internal sealed record PublicVirtualInterfacesQuestion : Question
{
    public static PublicVirtualInterfacesQuestion One { get; } = new();

    public override object? Answer(AskedNetwork network) =>
        network.Index.Topology.Hybrid.VirtualInterfaces.Any(each => each.Kind == VirtualInterfaceKind.Public);
}
