using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>An elastic IP address.</summary>
public sealed class ElasticIpBuilder : ElementBuilder
{
    private ElementBuilder? holder;

    internal ElasticIpBuilder(RegionBuilder region, Declaration declaration)
        : base(region.Network, declaration)
    {
        Region = region;
        NetworkBorderGroup = region.Name;
    }

    internal RegionBuilder Region { get; }

    /// <summary>From where it is announced: the region's name, or the group of a Local Zone.</summary>
    internal string NetworkBorderGroup { get; init; }

    internal Ipv4Address? FixedAddress { get; private set; }

    /// <summary>The range that it is drawn from; nothing for the vendor's own.</summary>
    internal ByoipPoolBuilder? Pool { get; set; }

    internal Origin AddressOrigin { get; private set; } = Origin.None;

    internal void Fix(string text, Origin origin)
    {
        if (Network.Problems.Address(text, origin) is not { } address)
        {
            LeaveOut();
            return;
        }

        if (!InternetRanges.Carries(address))
        {
            var range = InternetRanges.NotCarried.First(range => range.Contains(address));
            Network.Problems.Add(
                ProblemKind.AddressNotPublic,
                $"{address} lies in {range}, which the internet does not carry; an elastic address is public",
                origin);
            LeaveOut();
            return;
        }

        FixedAddress = address;
        AddressOrigin = origin;
    }

    /// <summary>Associates the address with a holder; one at a time, in the same region.</summary>
    /// <remarks>Source: "Elastic IP addresses", Amazon VPC User Guide.</remarks>
    internal bool TryHold(ElementBuilder by, SubnetBuilder subnet, Origin origin)
    {
        // Source: "AssociateNatGatewayAddress", Amazon EC2 API, and "Elastic IP addresses", Amazon VPC User Guide.
        if (!IsLeftOut && !by.IsLeftOut && !subnet.IsLeftOut && Region == subnet.Vpc.Region && NetworkBorderGroup != subnet.NetworkBorderGroup)
        {
            Network.Problems.Add(
                ProblemKind.OtherBorderGroup,
                $"elastic address '{Name}' is announced from network border group {NetworkBorderGroup}, and '{by.Name}' is in {subnet.Zone}, of group {subnet.NetworkBorderGroup}; allocate one there, with networkBorderGroup: \"{subnet.NetworkBorderGroup}\"",
                origin,
                Origin);
            return false;
        }

        return TryHold(by, subnet.Vpc, origin);
    }

    /// <summary>The same for what stands in no subnet of a VPC.</summary>
    internal bool TryHold(ElementBuilder by, VpcBuilder vpc, Origin origin)
    {
        if (IsLeftOut || by.IsLeftOut)
        {
            return false;
        }

        if (Region != vpc.Region)
        {
            Network.Problems.Add(
                ProblemKind.OtherRegion,
                $"elastic address '{Id.Path}' is of another region than '{by.Name}' in {vpc.Region.Name}; allocate one there",
                origin,
                Origin);
            return false;
        }

        if (holder is not null && holder != by)
        {
            Network.Problems.Add(
                ProblemKind.ElasticAddressHeld,
                $"elastic address '{Name}' is associated with '{holder.Name}' already; allocate another for '{by.Name}'",
                origin,
                holder.Origin);
            return false;
        }

        holder = by;
        return true;
    }

    internal ElasticAddress Build(Ipv4Address address, Func<ElementBuilder, bool> isPresent) =>
        new(Id, Origin, address, holder is not null && isPresent(holder) ? holder.Id : null)
        {
            IsAdvertised = Pool?.IsAdvertised ?? true,
            NetworkBorderGroup = NetworkBorderGroup == Region.Name ? null : NetworkBorderGroup,
        };
}
