using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>The third account has the number of the first.</summary>
[Topology]
public static partial class AccountNumberOfThree
{
    static void Define(NetworkBuilder network)
    {
        network.Account("shop", "111111111111");
        network.Account("partner", "222222222222");
        network.Account("audit", "111111111111"); // ND1064 at `"111111111111"`: Account number 111111111111 is that of account 'shop' already; two accounts have two numbers.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AccountNumberOfThreeRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Account("shop", "111111111111");
        network.Account("partner", "222222222222");
        network.Account("audit", "333333333333");
    }
}
