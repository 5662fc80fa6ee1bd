using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.Memory;

/// <summary>In which range of destinations is an address?</summary>
internal sealed record RangeQuestion(IpAddress Address) : Question
{
    public override object? Answer(AskedNetwork network)
    {
        var all = Address.IsIpv4 ? network.Ranges.Ipv4 : network.Ranges.Ipv6;
        return all.Count == 0 ? Gone : all[all.IndexOf(Address)];
    }
}

/// <summary>Which route of a table wins?</summary>
internal sealed record RouteQuestion(ElementId Table, IpAddress Address) : Question
{
    public override object? Answer(AskedNetwork network) =>
        network.Index.Find(Table) is null ? Gone : new FoundRoute(network.Tables.At(Table, Address));
}

/// <summary>The route that wins, and the addresses around the one that was asked for which it does; equal where it leads equally, wherever it was written.</summary>
internal sealed class FoundRoute((MergedRoute? Route, IpAddress First, IpAddress Last) found) : IEquatable<FoundRoute>
{
    public MergedRoute? Route { get; } = found.Route;

    public IpAddress First { get; } = found.First;

    public IpAddress Last { get; } = found.Last;

    public bool Equals(FoundRoute? other) => other is not null && First == other.First && Last == other.Last
        && (Route is null) == (other.Route is null)
        && (Route is null || (Route.Destination == other.Route!.Destination && Route.Kind == other.Route.Kind && Route.Target == other.Route.Target));

    public override bool Equals(object? obj) => Equals(obj as FoundRoute);

    public override int GetHashCode() => First.GetHashCode();
}

/// <summary>Which subnet of a VPC has an address?</summary>
internal sealed record SubnetQuestion(ElementId Vpc, IpAddress Address) : Question
{
    public override object? Answer(AskedNetwork network)
    {
        if (network.Index.Find(Vpc) is not Vpc vpc)
        {
            return Gone;
        }

        var family = Address.IsIpv4 ? network.Ranges.Ipv4.Family : network.Ranges.Ipv6.Family;
        var scope = new DestinationScope(family, family);
        var subnet = network.Index.SubnetsOf(vpc).FirstOrDefault(each => scope.Ask(each, Address));
        return new FoundSubnet(subnet, scope.First, scope.Last);
    }
}

/// <summary>The subnet, and the addresses around the one that was asked for which it is the same.</summary>
internal sealed record FoundSubnet(Subnet? Subnet, IpAddress First, IpAddress Last);

/// <summary>Around an address, which ones are the same to the internet?</summary>
internal sealed record PublicRangeQuestion(IpAddress Address) : Question
{
    public override object? Answer(AskedNetwork network) => network.Index.PublicRangeOf(Address);
}

/// <summary>Who has a public address that the internet can reach?</summary>
internal sealed record LiveHolderQuestion(IpAddress Address) : Question
{
    public override object? Answer(AskedNetwork network)
    {
        var holders = network.Holders;
        return holders.HolderOfLive(Address) is { } live
            ? new LiveHolder(holders.KeyOf(live.Holder), live.Subnet, holders.IsNatGateway(live.Holder), holders.AddressOf(live.Holder))
            : null;
    }
}

/// <summary>Who has a public address.</summary>
/// <param name="Key">Its entry among the holders.</param>
/// <param name="Subnet">Its subnet, or what stands for one.</param>
/// <param name="IsNatGateway">Whether it is a NAT gateway.</param>
/// <param name="Address">Its private address.</param>
internal sealed record LiveHolder(HolderKey Key, Subnet Subnet, bool IsNatGateway, IpAddress Address);

/// <summary>Which accelerator has a static address?</summary>
internal sealed record AcceleratorQuestion(IpAddress Address) : Question
{
    public override object? Answer(AskedNetwork network) => network.Holders.AcceleratorWith(Address);
}

/// <summary>Which service of the vendor's has an address?</summary>
internal sealed record ServiceQuestion(IpAddress Address) : Question
{
    public override object? Answer(AskedNetwork network) => network.Index.ServiceAt(Address);
}

/// <summary>Whether an address is one of the network, on the internet.</summary>
internal sealed record OwnPublicAddressQuestion(IpAddress Address) : Question
{
    public override object? Answer(AskedNetwork network) => network.Holders.IsPublicAddress(Address) || network.Index.IsOfIpv6Block(Address);
}

/// <summary>Which VPC has an address in an IPv6 block that the internet knows a way to?</summary>
internal sealed record Ipv6BlockQuestion(IpAddress Address) : Question
{
    public override object? Answer(AskedNetwork network) => network.Index.VpcWithIpv6(Address);
}

/// <summary>Which interface with that address do internet gateways carry nothing of?</summary>
internal sealed record DenierQuestion(IpAddress Address) : Question
{
    public override object? Answer(AskedNetwork network) => network.Index.DenierWith(Address);
}

/// <summary>Which association of a Client VPN endpoint holds an address for a client?</summary>
internal sealed record AssociationQuestion(IpAddress Address) : Question
{
    public override object? Answer(AskedNetwork network) =>
        network.Index.AssociationHolding(Address) is { } held ? new AssociationHeld(held.Endpoint.Id, held.Association.Id) : null;
}

/// <summary>An association of a Client VPN endpoint.</summary>
internal sealed record AssociationHeld(ElementId Endpoint, ElementId Association);
