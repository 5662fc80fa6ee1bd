using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>A region: VPCs, transit gateways and elastic addresses live in one.</summary>
public sealed partial class RegionBuilder : ElementBuilder
{
    private readonly List<VpcBuilder> vpcs = [];
    private readonly List<TransitGatewayBuilder> transitGateways = [];
    private readonly List<ElasticIpBuilder> elasticIps = [];
    private readonly List<LocalZone> localZones = [];
    private readonly List<InternetGatewayBuilder> internetGateways = [];

    internal RegionBuilder(NetworkBuilder network, Declaration declaration)
        : base(network, declaration)
    {
    }

    internal IReadOnlyList<VpcBuilder> Vpcs => vpcs;

    internal IReadOnlyList<TransitGatewayBuilder> TransitGateways => transitGateways;

    internal IReadOnlyList<ElasticIpBuilder> ElasticIps => elasticIps;

    internal IReadOnlyList<LocalZone> LocalZones => localZones;

    internal IReadOnlyList<InternetGatewayBuilder> InternetGateways => internetGateways;

    /// <summary>Declares a VPC.</summary>
    /// <param name="name">Unique in the region.</param>
    /// <param name="cidr">The primary block, /16 to /28, for example <c>10.0.0.0/16</c>.</param>
    /// <param name="account">The owner; the network's default account when left out.</param>
    /// <param name="configure">Describes what is inside.</param>
    public VpcBuilder Vpc(
        string name,
        string cidr,
        AccountBuilder? account = null,
        Action<VpcBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var owner = account ?? Network.DefaultAccount;
        var block = Network.Problems.BlockPrefix(cidr, "VPC block", call.Of(nameof(cidr)));
        var declaration = Network.Names.Declare(
            ElementKind.Vpc, Id.Path, name, call.Of(nameof(name)), IsLeftOut || owner.IsLeftOut || block is null);
        var vpc = new VpcBuilder(this, declaration, owner, cidr, block);
        vpcs.Add(vpc);
        configure?.Invoke(vpc);
        return vpc;
    }

    /// <summary>Declares a transit gateway.</summary>
    /// <param name="name">Unique in the region.</param>
    /// <param name="defaultRouteTable">
    /// Whether there is a table <c>default</c> that every attachment is associated with, unless it names another, and
    /// propagates into: the vendor's default. Isolation between attachments needs it off.
    /// </param>
    /// <param name="configure">Describes attachments and tables.</param>
    public TransitGatewayBuilder TransitGateway(
        string name,
        bool defaultRouteTable = true,
        Action<TransitGatewayBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var gateway = new TransitGatewayBuilder(
            this, Network.Names.Declare(ElementKind.TransitGateway, Id.Path, name, call.Of(nameof(name)), IsLeftOut), defaultRouteTable);
        transitGateways.Add(gateway);
        configure?.Invoke(gateway);
        return gateway;
    }

    /// <summary>
    /// Declares a Local Zone, in which subnets may be from then on. Source: "Local Zones", AWS Local Zones User Guide.
    /// </summary>
    /// <param name="zone">The name, such as <c>us-east-1-bos-1a</c>.</param>
    /// <param name="parent">The identifier of the zone of the region that it hangs on, such as <c>use1-az4</c>: what leaves it for a transit gateway goes by that zone.</param>
    public RegionBuilder LocalZone(string zone, string parent, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var (zoneOrigin, parentOrigin) = (call.Of(nameof(zone)), call.Of(nameof(parent)));
        if (!Model.LocalZone.IsName(zone) || AvailabilityZones.RegionOf(zone) != Name)
        {
            Network.Problems.Add(
                ProblemKind.InvalidZone, $"{Quotation.Of(zone)} is not the name of a Local Zone of {Name}; write one such as {Name}-bos-1a", zoneOrigin);
        }
        else if (!AvailabilityZones.IdsOf(Name).Contains(parent))
        {
            Network.Problems.Add(
                ProblemKind.InvalidZone,
                $"{Quotation.Of(parent)} is not the identifier of a zone of {Name}; write one such as {AvailabilityZones.IdsOf(Name).First()}",
                parentOrigin);
        }
        else if (localZones.Find(known => known.Name == zone) is { } first)
        {
            if (first.Parent != parent)
            {
                Network.Problems.Add(ProblemKind.ZoneMeaning, $"{zone} hangs on {first.Parent} already; a Local Zone has one parent zone", parentOrigin, first.Origin);
            }
        }
        else
        {
            localZones.Add(new LocalZone(zone, parent, call.Origin));
        }

        return this;
    }

    /// <summary>Allocates an elastic IP address.</summary>
    /// <param name="name">Unique in the region.</param>
    /// <param name="address">
    /// The public address; when left out one is chosen from 203.0.113.0/24 and then 198.18.0.0/15, which no host on the internet has.
    /// </param>
    /// <param name="networkBorderGroup">
    /// From where it is announced: the region, when left out, or the group of a Local Zone that was declared, such as <c>us-east-1-bos-1</c>. Only what is in a zone of
    /// that group may hold it. Source: "Allocate an Elastic IP address", Amazon VPC User Guide.
    /// </param>
    public ElasticIpBuilder ElasticIp(
        string name,
        string? address = null,
        string? networkBorderGroup = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (networkBorderGroup is not null && networkBorderGroup != Name && !localZones.Exists(zone => zone.NetworkBorderGroup == networkBorderGroup))
        {
            Network.Problems.Add(
                ProblemKind.InvalidZone,
                $"{Quotation.Of(networkBorderGroup)} is no network border group of {Name}; write {Name}, or that of a Local Zone that LocalZone(…) declared before",
                call.Of(nameof(networkBorderGroup)));
            networkBorderGroup = null;
        }

        var elasticIp = new ElasticIpBuilder(
            this, Network.Names.Declare(ElementKind.ElasticAddress, Id.Path, name, call.Of(nameof(name)), IsLeftOut))
        {
            NetworkBorderGroup = networkBorderGroup ?? Name,
        };
        if (address is not null)
        {
            elasticIp.Fix(address, call.Of(nameof(address)));
        }

        elasticIps.Add(elasticIp);
        return elasticIp;
    }

    /// <summary>
    /// Declares an internet gateway that is attached to no VPC yet; <see cref="InternetGatewayBuilder.AttachTo"/> attaches it.
    /// </summary>
    /// <param name="name">Unique in the region.</param>
    public InternetGatewayBuilder InternetGateway(
        string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        return Add(new InternetGatewayBuilder(
            this, Network.Names.Declare(ElementKind.InternetGateway, Id.Path, name, call.Of(nameof(name)), IsLeftOut)));
    }

    internal InternetGatewayBuilder Add(InternetGatewayBuilder gateway)
    {
        internetGateways.Add(gateway);
        return gateway;
    }

    /// <summary>The full name of a zone of this region, from its letter or full name; nothing when it is neither.</summary>
    internal string? Zone(string? text) => text switch
    {
        { Length: 1 } when text[0] is >= 'a' and <= 'z' => Name + text,
        not null when text.Length == Name.Length + 1
            && text.StartsWith(Name, StringComparison.Ordinal)
            && text[text.Length - 1] is >= 'a' and <= 'z' => text,
        _ => LocalZoneOf(text)?.Name,
    };

    /// <summary>The Local Zone of that name, when it was declared.</summary>
    internal LocalZone? LocalZoneOf(string? zone) => localZones.Find(known => known.Name == zone);

    /// <summary>Whether the text has the form of the vendor's region names: words and a number, joined by dashes.</summary>
    internal static bool IsRegionName(string? text)
    {
        var words = (text ?? "").Split('-');
        return words.Length >= 3
            && words[0].Length is >= 2 and <= 4
            && words.Take(words.Length - 1).All(word => word.Length > 0 && word.All(letter => letter is >= 'a' and <= 'z'))
            && words[words.Length - 1] is { Length: 1 } number && number[0] is >= '1' and <= '9';
    }
}
