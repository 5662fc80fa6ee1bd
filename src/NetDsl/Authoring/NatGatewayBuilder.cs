using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A NAT gateway in one subnet; public unless said otherwise.</summary>
public sealed partial class NatGatewayBuilder : ElementBuilder, IRouteTarget
{
    private ElasticIpBuilder? elasticAddress;
    private NatConnectivity connectivity = NatConnectivity.Public;

    internal NatGatewayBuilder(SubnetBuilder subnet, Declaration declaration)
        : base(subnet.Network, declaration) => Subnet = subnet;

    /// <summary>The subnet of its interface.</summary>
    public SubnetBuilder Subnet { get; }

    internal Ipv4Address? FixedAddress { get; private set; }

    internal ElasticIpBuilder? ElasticAddress => elasticAddress;

    internal bool IsPrivate => connectivity == NatConnectivity.Private;

    internal bool WantsPublicAddress => connectivity == NatConnectivity.Public && elasticAddress is null;

    /// <summary>Makes it private: no public address, for traffic to other VPCs and sites.</summary>
    public NatGatewayBuilder Private([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Origin;
        if (ElasticAddresses.FirstOrDefault() is { } elastic)
        {
            Network.Problems.Add(
                ProblemKind.PrivateHasPublicAddress, $"NAT gateway '{Name}' has the elastic address '{elastic.Name}'; a private NAT gateway has none", origin);
            return this;
        }

        Network.Semantics.Need(
            profile => profile.PrivateNatGateways, nameof(SemanticsProfile.PrivateNatGateways), $"private NAT gateway '{Name}'", origin);

        connectivity = NatConnectivity.Private;
        return this;
    }

    /// <summary>Fixes the private address of its interface.</summary>
    /// <param name="address">Free, not reserved, inside the subnet.</param>
    public NatGatewayBuilder PrivateIp(string address, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(address));
        if (FixedAddress is { } present)
        {
            Network.Problems.Add(
                ProblemKind.SecondAddress, $"NAT gateway '{Name}' has the private address {present} already; give one", origin);
            return this;
        }

        FixedAddress = Subnet.FixAddress(address, this, origin);
        return this;
    }

    /// <summary>Gives it an elastic address.</summary>
    /// <param name="address">An elastic address of the same region that nothing else has.</param>
    public NatGatewayBuilder ElasticIp(
        ElasticIpBuilder address, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(address));
        if (connectivity == NatConnectivity.Private)
        {
            Network.Problems.Add(
                ProblemKind.PrivateHasPublicAddress, $"NAT gateway '{Name}' is private; a private NAT gateway has no elastic address", origin);
        }
        else if (elasticAddress is not null && elasticAddress != address)
        {
            Network.Problems.Add(
                ProblemKind.SecondAddress,
                $"NAT gateway '{Name}' has the elastic address '{elasticAddress.Name}' already; give one",
                origin,
                elasticAddress.Origin);
        }
        else if (IsFree(address, origin) && address.TryHold(this, Subnet, origin))
        {
            elasticAddress = address;
        }

        return this;
    }

    internal NatGateway Build(Ipv4Address privateAddress, Ipv4Address? publicAddress, Func<NatAddressBuilder, NatAddress?> addressOf) =>
        new(Id, Origin, Subnet.Id, connectivity, privateAddress, publicAddress)
        {
            SecondaryAddresses = secondaries.Select(addressOf).OfType<NatAddress>().ToEquatableArray(),
        };
}
