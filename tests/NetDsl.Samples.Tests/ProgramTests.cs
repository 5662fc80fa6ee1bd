using NetDsl.Testing;

namespace NetDsl.Samples.Tests;

/// <summary>The program that a sample builds to, run as a process.</summary>
public class ProgramTests
{
    [Theory]
    [MemberData(nameof(Sample.Each), MemberType = typeof(Sample))]
    public void Runs_and_leaves_its_picture_where_it_says(string name)
    {
        using var scratch = new ScratchFolder();
        var result = Command.Run(scratch.Path, "dotnet", Sample.Of(name).Program);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Empty(result.Errors);
        Assert.Contains($"{name}: no findings", result.Output, StringComparison.Ordinal);
        Assert.Contains($"netdsl-output/{name}.svg", result.Output, StringComparison.Ordinal);
        Assert.Contains("netdsl-output/report.html", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(Path.Combine(scratch.Path, "netdsl-output", "report.html")), StringComparison.Ordinal);
        Assert.StartsWith("<svg", File.ReadAllText(Path.Combine(scratch.Path, "netdsl-output", $"{name}.svg")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Sample.Each), MemberType = typeof(Sample))]
    public void Answers_a_trace_that_works_and_one_that_does_not_as_expected(string name)
    {
        using var scratch = new ScratchFolder();
        var sample = Sample.Of(name);

        foreach (var verdict in new[] { "reachable", "blocked" })
        {
            var trace = ExpectedTrace.Of(sample).First(trace => trace.Verdict == verdict);
            var result = Command.Run(
                scratch.Path, "dotnet", sample.Program, "trace", "--json",
                "--from", trace.From, "--to", trace.To, "--protocol", trace.Protocol, "--port", $"{trace.Port}");
            trace.AssertMatches(System.Text.Json.JsonDocument.Parse(result.Output).RootElement);
        }
    }

    [Fact]
    public void Refuses_a_name_that_is_not_there_and_says_which_are_near()
    {
        using var scratch = new ScratchFolder();
        var result = Command.Run(scratch.Path, "dotnet", Sample.Of("Shop").Program, "trace", "--from", "web-c", "--to", "db-a", "--protocol", "tcp", "--port", "5432");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("'web-c'", result.Errors, StringComparison.Ordinal);
        Assert.Contains("web-a", result.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(scratch.Path));
    }
}
