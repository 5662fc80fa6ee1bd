using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>Secondary addresses.</content>
public sealed partial class NatGatewayBuilder
{
    private readonly List<NatAddressBuilder> secondaries = [];

    internal IReadOnlyList<NatAddressBuilder> SecondaryAddresses => secondaries;

    private IEnumerable<ElasticIpBuilder> ElasticAddresses =>
        new[] { elasticAddress }.Concat(secondaries.Select(each => each.ElasticAddress)).OfType<ElasticIpBuilder>();

    /// <summary>
    /// Gives it a secondary address: 55,000 more flows to each destination. A public gateway has an elastic address for each, its own unless
    /// it is given one. Source: "NAT gateway basics", Amazon VPC User Guide.
    /// </summary>
    /// <param name="elasticIp">An elastic address of the same region that nothing else has; not for a private gateway.</param>
    /// <param name="privateIp">The address in the subnet: free, not reserved; the lowest free one when left out.</param>
    public NatGatewayBuilder Address(
        ElasticIpBuilder? elasticIp = null, string? privateIp = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (elasticIp is not null && connectivity == NatConnectivity.Private)
        {
            Network.Problems.Add(
                ProblemKind.PrivateHasPublicAddress,
                $"NAT gateway '{Name}' is private; a private NAT gateway has no elastic address",
                call.Of(nameof(elasticIp)));
            return this;
        }

        if (elasticIp is not null
            && !(IsFree(elasticIp, call.Of(nameof(elasticIp))) && elasticIp.TryHold(this, Subnet, call.Of(nameof(elasticIp)))))
        {
            return this;
        }

        // The primary address is the first.
        var number = secondaries.Count + 2;
        Network.Semantics.Limit(
            profile => profile.Quotas.AddressesPerNatGateway,
            nameof(QuotaProfile.AddressesPerNatGateway),
            number,
            $"NAT gateway '{Name}' with {number} addresses",
            call.Origin);
        var id = new ElementId(ElementKind.NatGateway, $"{Id.Path}/address-{number}");
        secondaries.Add(new NatAddressBuilder(this, new Declaration(id, call.Origin, IsLeftOut), elasticIp)
        {
            FixedAddress = privateIp is null ? null : Subnet.FixAddress(privateIp, this, call.Of(nameof(privateIp))),
        });
        return this;
    }

    private bool IsFree(ElasticIpBuilder address, Origin origin)
    {
        if (!ElasticAddresses.Contains(address))
        {
            return true;
        }

        Network.Problems.Add(
            ProblemKind.ElasticAddressHeld,
            $"NAT gateway '{Name}' has the elastic address '{address.Name}' already; allocate another for its next address",
            origin,
            address.Origin);
        return false;
    }
}

/// <summary>A secondary address of a NAT gateway.</summary>
internal sealed class NatAddressBuilder(NatGatewayBuilder gateway, Declaration declaration, ElasticIpBuilder? elasticAddress)
    : ElementBuilder(gateway.Network, declaration)
{
    public Ipv4Address? FixedAddress { get; init; }

    public ElasticIpBuilder? ElasticAddress { get; } = elasticAddress;

    public bool WantsPublicAddress => !gateway.IsPrivate && ElasticAddress is null;
}
