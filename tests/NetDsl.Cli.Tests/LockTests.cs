using NetDsl.Model;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

public class LockTests
{
    const string Written = """
        {
          "format": "netdsl.lock/1",
          "topologies": {
            "Given": {
              "us-east-1/shop": "10.0.0.0/16",
              "us-east-1/shop/data-a": "10.0.0.0/24",
              "us-east-1/shop/data-b": "10.0.1.0/24"
            }
          }
        }

        """;

    [Fact]
    public void Lock_writes_what_was_given_out_and_verifies_it()
    {
        using var scratch = new ScratchFolder();
        var file = Path.Combine(scratch.Path, "netdsl.lock.json");

        var missing = CommandRun.ToolOn(Given("a", "b"), "lock", "--output", file, "--verify");
        Assert.Equal(1, missing.ExitCode);
        Assert.False(File.Exists(file));

        var written = CommandRun.ToolOn(Given("a", "b"), "lock", "--output", file);
        Assert.Equal((0, ""), (written.ExitCode, written.Error));
        Assert.Equal(Written.ReplaceLineEndings("\n"), File.ReadAllText(file));
        Assert.Equal(
            $"VPC us-east-1/shop: 10.0.0.0/16\nsubnet us-east-1/shop/data-a: 10.0.0.0/24\nsubnet us-east-1/shop/data-b: 10.0.1.0/24\nGiven is locked in {file}\n",
            written.Output);

        var same = CommandRun.ToolOn(Given("a", "b"), "lock", "--output", file, "--verify");
        Assert.Equal(0, same.ExitCode);
        Assert.EndsWith("Given: nothing to lock anew\n", same.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_topologies_keep_what_they_have()
    {
        using var scratch = new ScratchFolder();
        var file = Path.Combine(scratch.Path, "netdsl.lock.json");
        File.WriteAllText(file, """{ "format": "netdsl.lock/1", "topologies": { "Office": { "eu-west-1/desk": "10.9.0.0/16" }, "Given": { "us-east-1/gone": "10.8.0.0/16" } } }""");
        var run = CommandRun.ToolOn(Given("a"), "lock", "--output", file, "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\"changed\": true", run.Output, StringComparison.Ordinal);
        var text = File.ReadAllText(file);
        Assert.Contains("\"eu-west-1/desk\": \"10.9.0.0/16\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("gone", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "has another form")]
    [InlineData("{", "is no JSON")]
    public void A_file_that_is_no_lock_file_is_left_alone(string present, string message)
    {
        using var scratch = new ScratchFolder();
        var file = Path.Combine(scratch.Path, "netdsl.lock.json");
        File.WriteAllText(file, present);
        var run = CommandRun.ToolOn(Given("a"), "lock", "--output", file);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal(present, File.ReadAllText(file));
    }

    [Fact]
    public void Without_a_project_the_file_has_to_be_named()
    {
        var run = CommandRun.ToolOn(Given("a"), "lock");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("name the lock file with --output", run.Error, StringComparison.Ordinal);
    }

    static Topology Given(params string[] zones)
    {
        var network = new NetworkBuilder("Given");
        network.Region("us-east-1").Vpc("shop", 16).Subnets("data", zones, 24);
        return network.Build();
    }
}
