using System.Diagnostics;
using System.Text.Json.Nodes;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests;

/// <summary>The tool as a process of its own, on a project that it builds.</summary>
public sealed class ProcessTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("netdsl-project-").FullName;

    [Fact]
    public void A_project_is_built_and_traced()
    {
        Write("network");
        var run = Netdsl("trace", folder, "--from", "internet", "--to", "web", "--protocol", "tcp", "--port", "443", "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var trace = JsonNode.Parse(run.Output)!;
        Assert.Equal("reachable", (string)trace["verdict"]!);
        Assert.Contains("Edge.cs", trace["forward"]!["hops"]!.AsArray().Select(hop => (string?)hop!["origin"]?["file"]));

        var check = Netdsl("check", Path.Combine(folder, "Edge.csproj"));
        Assert.Equal((0, "Edge: no findings\n", ""), (check.ExitCode, check.Output, check.Error));
    }

    [Fact]
    public void A_project_that_does_not_compile_shows_why()
    {
        Write("network.Regoin(1)");
        var run = Netdsl("trace", folder, "--from", "internet", "--to", "web", "--protocol", "icmp");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Edge.cs(8,", run.Error, StringComparison.Ordinal);
        Assert.Contains("error CS1061", run.Error, StringComparison.Ordinal);
        Assert.Contains("does not build", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    void Write(string extra)
    {
        File.WriteAllText(Path.Combine(folder, "Edge.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(NetworkBuilder).Assembly.Location}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Edge.cs"), $$"""
            using NetDsl;

            [Topology]
            public static class Edge
            {
                static void Define(NetworkBuilder network)
                {
                    _ = {{extra}};
                    var vpc = network.Region("us-east-1").Vpc("v", "10.0.0.0/16");
                    var subnet = vpc.Subnet("s", "10.0.0.0/24", "a");
                    subnet.RouteTable("out").Route("0.0.0.0/0", vpc.InternetGateway("igw"));
                    subnet.Instance("web", vpc.SecurityGroup("web").Ingress(Traffic.Tcp(443), Traffic.AnyIpv4)).PublicIp();
                }
            }
            """);
    }

    static CommandRun Netdsl(params string[] args)
    {
        var tool = Path.Combine(Repository.Root, "src", "NetDsl.Tool", "bin", Repository.Configuration, "net10.0", "NetDsl.Tool.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [tool, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CommandRun(process.ExitCode, output, error.Result);
    }
}
