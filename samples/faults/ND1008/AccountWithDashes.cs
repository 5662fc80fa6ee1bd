using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An account number has dashes.</summary>
[Topology]
public static partial class AccountWithDashes
{
    static void Define(NetworkBuilder network)
    {
        network.Account("shop", "1111-1111-1111"); // ND1008 at `"1111-1111-1111"`: '1111-1111-1111' is not an account number; it has twelve digits.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AccountWithDashesRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Account("shop", "111111111111");
    }
}
