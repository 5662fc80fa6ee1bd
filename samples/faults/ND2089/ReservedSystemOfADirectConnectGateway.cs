using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A Direct Connect gateway gets the last number of two bytes.</summary>
[Topology]
public static partial class ReservedSystemOfADirectConnectGateway
{
    static void Define(NetworkBuilder network)
    {
        network.DirectConnectGateway("dx", 65535); // ND2089 at `65535`: 65535 cannot be the autonomous system of the vendor's end; it is a private number, 64512 to 65534 or 4200000000 to 4294967294.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class ReservedSystemOfADirectConnectGatewayRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.DirectConnectGateway("dx", 64512);
    }
}
