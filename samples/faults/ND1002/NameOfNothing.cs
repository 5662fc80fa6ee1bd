using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A name is empty.</summary>
[Topology]
public static partial class NameOfNothing
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecurityGroup(""); // ND1002 at `""`: The name of a security group is empty; a name starts with a letter or digit and has letters, digits, '-', '_' and '.'.
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class NameOfNothingRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.SecurityGroup("web");
    }
}
