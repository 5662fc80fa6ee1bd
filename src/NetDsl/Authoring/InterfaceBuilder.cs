using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A network interface: an address in a subnet, and security groups.</summary>
public sealed partial class InterfaceBuilder : ElementBuilder
{
    // Source: "Amazon VPC quotas", Amazon VPC User Guide.
    internal const int MaximumSecurityGroups = 5;
    private readonly List<SecurityGroupBuilder> securityGroups = [];
    private bool wantsPublicAddress;

    internal InterfaceBuilder(SubnetBuilder subnet, Declaration declaration, InstanceBuilder? instance)
        : base(subnet.Network, declaration)
    {
        Subnet = subnet;
        Instance = instance;
    }

    /// <summary>An interface that the vendor puts into the subnet for a load balancer or an endpoint.</summary>
    internal InterfaceBuilder(SubnetBuilder subnet, Declaration declaration, IManagesInterfaces manager)
        : base(subnet.Network, declaration)
    {
        Subnet = subnet;
        Manager = manager;
    }

    /// <summary>The subnet.</summary>
    public SubnetBuilder Subnet { get; }

    /// <summary>The element that it works for, if it is no host's.</summary>
    internal IManagesInterfaces? Manager { get; }

    internal InstanceBuilder? Instance { get; }

    /// <summary>The participant that owns it; nothing for the owner of the VPC.</summary>
    internal AccountBuilder? Participant { get; set; }

    internal Ipv4Address? FixedAddress { get; private set; }

    internal bool WantsPublicAddress =>
        wantsPublicAddress || (ElasticAddress is null && Manager is { GivesPublicAddresses: true });

    internal ElasticIpBuilder? ElasticAddress { get; private set; }

    /// <summary>Adds a security group; the rules of all groups add up.</summary>
    /// <param name="group">A group of the same VPC, or one that is associated with it.</param>
    public InterfaceBuilder SecurityGroup(
        SecurityGroupBuilder group, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Join(group, Call.Here(file, line).Of(nameof(group)));
        return this;
    }

    /// <summary>Fixes the private address.</summary>
    /// <param name="address">Free, not reserved, inside the subnet.</param>
    public InterfaceBuilder PrivateIp(string address, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(address));
        if (FixedAddress is { } present)
        {
            Network.Problems.Add(
                ProblemKind.SecondAddress, $"interface '{Name}' has the private address {present} already; give one", origin);
            return this;
        }

        Fix(address, origin);
        return this;
    }

    /// <summary>Gives it a public address of the vendor's choice, which the internet gateway pairs with the private one.</summary>
    public InterfaceBuilder PublicIp([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Origin;
        if (IsWithoutIpv4(origin))
        {
            return this;
        }

        if (ElasticAddress is not null)
        {
            Conflict(ElasticAddress, origin);
        }

        wantsPublicAddress = true;
        return this;
    }

    /// <summary>Associates an elastic address.</summary>
    /// <param name="address">An elastic address of the same region that nothing else has.</param>
    public InterfaceBuilder ElasticIp(
        ElasticIpBuilder address, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var origin = Call.Here(file, line).Of(nameof(address));
        if (IsWithoutIpv4(origin))
        {
            return this;
        }

        if (ElasticAddress is not null || wantsPublicAddress)
        {
            Conflict(ElasticAddress, origin);
        }
        else
        {
            Hold(address, origin);
        }

        return this;
    }

    /// <summary>Fixes the private address, which was not said before.</summary>
    internal void Fix(string address, Origin origin) => FixedAddress = Subnet.FixAddress(address, this, origin);

    /// <summary>Associates an elastic address with an interface that has no public one.</summary>
    internal void Hold(ElasticIpBuilder address, Origin origin)
    {
        if (address.TryHold(this, Subnet, origin))
        {
            ElasticAddress = address;
        }
    }

    internal void Join(SecurityGroupBuilder group, Origin origin)
    {
        if (IsLeftOut || group.IsLeftOut || securityGroups.Contains(group))
        {
            return;
        }

        if (!group.IsIn(Subnet.Vpc))
        {
            Network.Problems.Add(
                ProblemKind.GroupOfOtherVpc,
                $"security group '{group.Name}' is of VPC '{group.Vpc.Name}', interface '{Name}' of VPC '{Subnet.Vpc.Name}'; use a group of its own VPC, or associate it with AssociateWith(…) before",
                origin,
                group.Origin);
        }
        else if (group.RefusalOf(Participant ?? Subnet.Vpc.Account) is { } refusal)
        {
            Network.Problems.Add(ProblemKind.Conflict, refusal, origin, group.Origin.Line > 0 ? group.Origin : null);
        }
        else if (securityGroups.Count == MaximumSecurityGroups)
        {
            Network.Problems.Add(
                ProblemKind.QuotaExceeded,
                $"interface '{Name}' has {MaximumSecurityGroups} security groups already, the vendor's quota; merge rules into fewer groups",
                origin);
        }
        else
        {
            securityGroups.Add(group);
        }
    }

    internal NetworkInterface Build(IpAddress privateAddress, Ipv4Address? publicAddress, EquatableArray<IpAddress> ipv6Addresses) => new(
        Id,
        Origin,
        Subnet.Id,
        Instance?.Id,
        privateAddress,
        publicAddress,
        Manager is not null ? Manager.SecurityGroups.Select(group => group.Id).ToEquatableArray()
            : securityGroups.Count == 0 ? Subnet.Vpc.DefaultSecurityGroup.Alone
            : securityGroups.Count == 1 ? securityGroups[0].Alone
            : securityGroups.Select(group => group.Id).ToEquatableArray())
    {
        Ipv6Addresses = ipv6Addresses,
        Tags = tags.Build(),
        ManagedBy = Manager?.Id,
        DeniesInternetGatewayTraffic = Manager is { DeniesInternetGatewayTraffic: true },
        SourceDestinationCheck = checksSourceAndDestination,
        Participant = Participant?.Id,
    };

    private void Conflict(ElasticIpBuilder? present, Origin origin) => Network.Problems.Add(
        ProblemKind.SecondAddress,
        present is null
            ? $"interface '{Name}' has a public address of the vendor's choice already; keep PublicIp or ElasticIp, not both"
            : $"interface '{Name}' has the elastic address '{present.Name}' already; a private address has one public address",
        origin,
        present?.Origin);
}
