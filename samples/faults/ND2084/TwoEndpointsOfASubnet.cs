using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The table of a subnet has two endpoints of DynamoDB.</summary>
[Topology]
public static partial class TwoEndpointsOfASubnet
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var dynamodb = network.Region("us-east-1").Service("dynamodb");
        var table = vpc.Subnet("web", "10.0.0.0/24", "a").RouteTable("web");
        vpc.GatewayEndpoint("one", dynamodb).RouteTable(table);
        var two = vpc.GatewayEndpoint("two", dynamodb).RouteTable(vpc.MainRouteTable);
        two.RouteTable(table); // ND2084 at `table`: Route table 'web' leads to service 'dynamodb' by endpoint 'one' already; a table has one endpoint a service.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class TwoEndpointsOfASubnetRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var dynamodb = network.Region("us-east-1").Service("dynamodb");
        var table = vpc.Subnet("web", "10.0.0.0/24", "a").RouteTable("web");
        vpc.GatewayEndpoint("one", dynamodb).RouteTable(table);
        var two = vpc.GatewayEndpoint("two", dynamodb).RouteTable(vpc.MainRouteTable);
    }
}
