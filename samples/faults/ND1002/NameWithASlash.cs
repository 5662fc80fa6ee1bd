using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A name has a slash.</summary>
[Topology]
public static partial class NameWithASlash
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").Vpc("shop/web", "10.0.0.0/16"); // ND1002 at `"shop/web"`: 'shop/web' cannot be the name of a VPC: character 5 is not allowed; a name starts with a letter or digit and has letters, digits, '-', '_' and '.'.
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class NameWithASlashRepaired
{
    static void Define(NetworkBuilder network)
    {
        network.Region("us-east-1").Vpc("shop-web", "10.0.0.0/16");
    }
}
