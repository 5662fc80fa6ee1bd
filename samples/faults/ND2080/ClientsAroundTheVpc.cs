using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The prefix of the clients contains the VPC.</summary>
[Topology]
public static partial class ClientsAroundTheVpc
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/20");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.ClientVpn("staff", "10.0.0.0/12").Associate(web).Authorize("10.0.0.0/20"); // ND2080 at `"10.0.0.0/12"`: 10.0.0.0/12 of the clients of Client VPN endpoint 'staff' overlaps 10.0.0.0/20 of VPC 'shop', whose clients they are; choose another prefix.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ClientsAroundTheVpcRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/20");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.ClientVpn("staff", "10.16.0.0/12").Associate(web).Authorize("10.0.0.0/20");
    }
}
