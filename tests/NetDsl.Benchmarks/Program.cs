using BenchmarkDotNet.Running;
using NetDsl.Benchmarks.Evaluation;
using NetDsl.Benchmarks.Reachability;

if (args is [EvaluationReport.Command, .. var sections])
{
    return EvaluationReport.Run(sections);
}

if (args is [ReachabilityReport.Command])
{
    return ReachabilityReport.Run();
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
