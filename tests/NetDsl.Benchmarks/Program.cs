using BenchmarkDotNet.Running;
using NetDsl.Benchmarks.Classification;
using NetDsl.Benchmarks.CompileCost;
using NetDsl.Benchmarks.Decisions;
using NetDsl.Benchmarks.Engines;
using NetDsl.Benchmarks.Evaluation;
using NetDsl.Benchmarks.Flows;
using NetDsl.Benchmarks.Lookups;
using NetDsl.Benchmarks.Reachability;
using NetDsl.Benchmarks.Scale;
using NetDsl.Benchmarks.Sets;

if (args is [EvaluationReport.Command, .. var sections])
{
    return EvaluationReport.Run(sections);
}

if (args is [SetsReport.Command, .. var harness])
{
    return SetsReport.Run(harness);
}

if (args is [FlowsReport.Command, .. var hop])
{
    return FlowsReport.Run(hop);
}

if (args is [LookupsReport.Command, .. var lookups])
{
    return LookupsReport.Run(lookups);
}

if (args is [ClassificationReport.Command, .. var lists])
{
    return ClassificationReport.Run(lists);
}

if (args is [DecisionsReport.Command, .. var decisions])
{
    return DecisionsReport.Run(decisions);
}

if (args is [EnginesReport.Command, .. var engines])
{
    return EnginesReport.Run(engines);
}

if (args is [ReachabilityReport.Command])
{
    return ReachabilityReport.Run();
}

if (args is [CompileCostReport.Command, .. var costs])
{
    return CompileCostReport.Run(costs);
}

if (args is [ScaleReport.Command, .. var scale])
{
    return ScaleReport.Run(scale);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
