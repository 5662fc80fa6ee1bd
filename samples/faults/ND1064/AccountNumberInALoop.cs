using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>Every turn of a loop declares an account of one number.</summary>
[Topology]
public static partial class AccountNumberInALoop
{
    static void Define(NetworkBuilder network)
    {
        foreach (var (index, name) in new[] { "shop", "partner" }.Index())
        {
            network.Account(name, "111111111111"); // ND1064 at `"111111111111"`: Account number 111111111111 is that of account 'shop' already; two accounts have two numbers.
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class AccountNumberInALoopRepaired
{
    static void Define(NetworkBuilder network)
    {
        foreach (var (index, name) in new[] { "shop", "partner" }.Index())
        {
            network.Account(name, $"11111111111{index}");
        }
    }
}
