using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A plan is asked for in a folder where it is not.</summary>
[Topology]
public static partial class PlanInAnotherFolder
{
    static void Define(NetworkBuilder network)
    {
        foreach (var vpc in network.Data<Dictionary<string, string>>("plans/plan.netdsl.json")) // ND1013 at `"plans/plan.netdsl.json"`: The project has no data file 'plans/plan.netdsl.json'; name it by its path from the folder of the project, with forward slashes.
        {
            network.Region("us-east-1").Vpc(vpc.Key, vpc.Value);
        }
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PlanInAnotherFolderRepaired
{
    static void Define(NetworkBuilder network)
    {
        foreach (var vpc in network.Data<Dictionary<string, string>>("plan.netdsl.json"))
        {
            network.Region("us-east-1").Vpc(vpc.Key, vpc.Value);
        }
    }
}
