using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A loop over private subnets gives the first a route to the internet.</summary>
[Topology]
public static partial class NeedsInternetInALoop
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var nat = edge.NatGateway("nat");
        foreach (var number in Enumerable.Range(1, 2))
        {
            var data = vpc.Subnet($"data-{number}", $"10.0.{number}.0/24", "a").NeedsInternet(); // ND2003 at `NeedsInternet()`: Subnet 'data-2' needs the internet, but the main route table of VPC 'shop' has no route there; route 0.0.0.0/0 to NAT gateway 'nat' of the same zone us-east-1a.
            if (number == 1)
            {
                data.RouteTable($"data-{number}").Route("0.0.0.0/0", nat);
            }
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class NeedsInternetInALoopRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var edge = vpc.Subnet("edge", "10.0.0.0/24", "a");
        edge.RouteTable("edge").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
        var nat = edge.NatGateway("nat");
        foreach (var number in Enumerable.Range(1, 2))
        {
            var data = vpc.Subnet($"data-{number}", $"10.0.{number}.0/24", "a").NeedsInternet();
            data.RouteTable($"data-{number}").Route("0.0.0.0/0", nat);
        }
    }
}
