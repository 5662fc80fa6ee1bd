using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An account number has too few digits.</summary>
[Topology]
public static partial class AccountOfFewDigits
{
    static void Define(NetworkBuilder network)
    {
        network.Account("shop", "42"); // ND1008 at `"42"`: '42' is not an account number; it has twelve digits.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AccountOfFewDigitsRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Account("shop", "000000000042");
    }
}
