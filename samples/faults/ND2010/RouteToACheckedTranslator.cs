using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A default route leads to a NAT instance whose source/destination check is on.</summary>
[Topology]
public static partial class RouteToACheckedTranslator
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var edge = vpc.Subnet("edge", "10.0.1.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var nat = edge.Instance("nat").TranslatesSources().PublicIp();
        web.RouteTable("web").Route("0.0.0.0/0", nat); // ND2010 at `nat`: Route table 'web' of VPC 'shop' sends 0.0.0.0/0 to network interface 'nat', whose source/destination check drops what is not for it; switch it off with SourceDestinationCheck(false).
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class RouteToACheckedTranslatorRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var edge = vpc.Subnet("edge", "10.0.1.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var nat = edge.Instance("nat").SourceDestinationCheck(false).TranslatesSources().PublicIp();
        web.RouteTable("web").Route("0.0.0.0/0", nat);
    }
}
