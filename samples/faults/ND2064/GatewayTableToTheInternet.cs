using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The table of an internet gateway routes the internet.</summary>
[Topology]
public static partial class GatewayTableToTheInternet
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var firewall = vpc.Subnet("edge", "10.0.1.0/24", "a").Instance("firewall").ForwardsTraffic().SourceDestinationCheck(false);
        var igw = vpc.InternetGateway("igw");
        var table = vpc.RouteTable("ingress").Route("10.0.0.0/24", firewall);
        table.Route("0.0.0.0/0", firewall); // ND2064 at `"0.0.0.0/0"`: 0.0.0.0/0 is neither a block of VPC 'shop' nor the whole prefix of one of its subnets; route table 'ingress' routes what comes in from internet gateway 'igw', to these only.
        igw.Associate(table);
        web.RouteTable("web").Route("0.0.0.0/0", firewall);
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class GatewayTableToTheInternetRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        var firewall = vpc.Subnet("edge", "10.0.1.0/24", "a").Instance("firewall").ForwardsTraffic().SourceDestinationCheck(false);
        var igw = vpc.InternetGateway("igw");
        var table = vpc.RouteTable("ingress").Route("10.0.0.0/24", firewall);
        igw.Associate(table);
        web.RouteTable("web").Route("0.0.0.0/0", firewall);
    }
}
