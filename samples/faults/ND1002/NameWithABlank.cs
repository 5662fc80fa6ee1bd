using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A name has a blank.</summary>
[Topology]
public static partial class NameWithABlank
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("web servers", "10.0.0.0/24", "a"); // ND1002 at `"web servers"`: 'web servers' cannot be the name of a subnet: character 4 is not allowed; a name starts with a letter or digit and has letters, digits, '-', '_' and '.'.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class NameWithABlankRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        vpc.Subnet("web-servers", "10.0.0.0/24", "a");
    }
}
