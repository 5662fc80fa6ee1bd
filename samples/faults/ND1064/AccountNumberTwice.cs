using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Two accounts have one number.</summary>
[Topology]
public static partial class AccountNumberTwice
{
    static void Define(NetworkBuilder network)
    {
        network.Account("shop", "111111111111");
        network.Account("partner", "111111111111"); // ND1064 at `"111111111111"`: Account number 111111111111 is that of account 'shop' already; two accounts have two numbers.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AccountNumberTwiceRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Account("shop", "111111111111");
        network.Account("partner", "222222222222");
    }
}
