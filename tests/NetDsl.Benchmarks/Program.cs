using BenchmarkDotNet.Running;
using NetDsl.Benchmarks.Evaluation;

if (args is [EvaluationReport.Command, .. var sections])
{
    return EvaluationReport.Run(sections);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
