using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A plan is asked for in upper case, and its file is not.</summary>
[Topology]
public static partial class PlanInAnotherCase
{
    static void Define(NetworkBuilder network)
    {
        var plan = network.Data<Dictionary<string, string>>("Plan.netdsl.json"); // ND1013 at `"Plan.netdsl.json"`: The project has no data file 'Plan.netdsl.json'; name it by its path from the folder of the project, with forward slashes.
        network.Region("us-east-1").Vpc("shop", plan["shop"]);
    }
}

/// <summary>The same without the fault.</summary>
[Topology]
public static partial class PlanInAnotherCaseRepaired
{
    static void Define(NetworkBuilder network)
    {
        var plan = network.Data<Dictionary<string, string>>("plan.netdsl.json");
        network.Region("us-east-1").Vpc("shop", plan["shop"]);
    }
}
