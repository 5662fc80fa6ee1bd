using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Clients have addresses of the second block of the VPC.</summary>
[Topology]
public static partial class ClientsInTheSecondBlock
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecondaryCidr("10.7.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.ClientVpn("staff", "10.7.8.0/22").Associate(web).Authorize("10.0.0.0/16"); // ND2080 at `"10.7.8.0/22"`: 10.7.8.0/22 of the clients of Client VPN endpoint 'staff' overlaps 10.7.0.0/16 of VPC 'shop', whose clients they are; choose another prefix.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class ClientsInTheSecondBlockRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecondaryCidr("10.7.0.0/16");
        var web = vpc.Subnet("web", "10.0.0.0/24", "a");
        vpc.ClientVpn("staff", "10.8.8.0/22").Associate(web).Authorize("10.0.0.0/16");
    }
}
