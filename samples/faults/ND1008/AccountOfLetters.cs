using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>An account number has letters.</summary>
[Topology]
public static partial class AccountOfLetters
{
    static void Define(NetworkBuilder network)
    {
        network.Account("shop", "production"); // ND1008 at `"production"`: 'production' is not an account number; it has twelve digits.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AccountOfLettersRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Account("production", "111111111111");
    }
}
