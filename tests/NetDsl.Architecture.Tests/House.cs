namespace NetDsl.Architecture.Tests;

/// <summary>Who may reference whom, and on which framework each stands: the plan of the house.</summary>
static class House
{
    const string Standard = "netstandard2.0";
    const string Net = "net10.0";

    // For the compiler, and for programs. Tests run the second; samples are compiled by the first, and EquivalenceTests compare what it makes of them with what the second does.
    const string Both = "netstandard2.0;net10.0";

    public static IReadOnlyDictionary<string, Plan> Plans { get; } = new Dictionary<string, Plan>
    {
        ["NetDsl"] = new(Both),
        ["NetDsl.Compiler"] = new(Both, "NetDsl"),
        ["NetDsl.Evaluation"] = new(Standard, "NetDsl.Compiler"),
        ["NetDsl.Runtime"] = new(Net, "NetDsl.Compiler"),
        ["NetDsl.Simulation"] = new(Net, "NetDsl.Runtime"),
        ["NetDsl.Interop"] = new(Net, "NetDsl", "NetDsl.Compiler", "NetDsl.Runtime"),
        ["NetDsl.Cli"] = new(Net, "NetDsl.Interop", "NetDsl.Simulation"),

        // Only the tool has the database of log queries.
        ["NetDsl.LogQueries"] = new(Net, "NetDsl.Runtime"),
        ["NetDsl.Tool"] = new(Net, "NetDsl.Cli", "NetDsl.LogQueries"),

        ["NetDsl.Generators"] = new(Standard, "NetDsl.Evaluation"),
        ["NetDsl.Analyzers"] = new(Standard, "NetDsl.Evaluation"),
        ["NetDsl.CodeFixes"] = new(Standard, "NetDsl.Analyzers"),

        // Everything that the compiler loads, in one folder.
        ["NetDsl.Toolchain"] = new(Standard, "NetDsl.CodeFixes", "NetDsl.Generators"),

        // Everything that programs reference, in one folder.
        ["NetDsl.Libraries"] = new(Net, "NetDsl.Cli"),

        // What people install.
        ["NetDsl.Package"] = new(Net, "NetDsl.Cli"),
        ["NetDsl.Templates"] = new(Standard),

        // The reference interpreter must not be able to agree with the compiler by calling it.
        ["NetDsl.Reference"] = new(Net, "NetDsl"),
        ["NetDsl.Testing"] = new(Net, "NetDsl", "NetDsl.Cli", "NetDsl.Compiler", "NetDsl.Evaluation", "NetDsl.Interop", "NetDsl.Runtime", "NetDsl.Simulation"),
        ["NetDsl.Benchmarks"] = new(Net, "NetDsl.Analyzers", "NetDsl.Evaluation", "NetDsl.Generators", "NetDsl.Simulation", "NetDsl.Testing"),

        ["NetDsl.Tests"] = new(Net, "NetDsl", "NetDsl.Testing"),
        ["NetDsl.Compiler.Tests"] = new(Net, "NetDsl.Compiler", "NetDsl.Reference", "NetDsl.Testing"),
        ["NetDsl.Evaluation.Tests"] = new(Net, "NetDsl.Evaluation", "NetDsl.Testing"),
        ["NetDsl.Reference.Tests"] = new(Net, "NetDsl.Reference", "NetDsl.Testing"),
        ["NetDsl.Runtime.Tests"] = new(Net, "NetDsl.Reference", "NetDsl.Runtime", "NetDsl.Testing"),
        ["NetDsl.Simulation.Tests"] = new(Net, "NetDsl.Reference", "NetDsl.Simulation", "NetDsl.Testing"),
        ["NetDsl.Interop.Tests"] = new(Net, "NetDsl.Interop", "NetDsl.Testing"),
        ["NetDsl.Cli.Tests"] = new(Net, "NetDsl.Cli", "NetDsl.Testing"),
        ["NetDsl.LogQueries.Tests"] = new(Net, "NetDsl.LogQueries", "NetDsl.Testing"),
        ["NetDsl.Tool.Tests"] = new(Net, "NetDsl.Testing"),
        ["NetDsl.Generators.Tests"] = new(Net, "NetDsl.Analyzers", "NetDsl.Generators", "NetDsl.Testing"),
        ["NetDsl.Analyzers.Tests"] = new(Net, "NetDsl.Analyzers", "NetDsl.Testing"),
        ["NetDsl.CodeFixes.Tests"] = new(Net, "NetDsl.CodeFixes", "NetDsl.Testing"),
        ["NetDsl.Samples.Tests"] = new(Net, "CentralEgress", "HybridEnterprise", "InspectionVpc", "Machinery", "NetDsl.Reference", "NetDsl.Testing", "PrivateServers", "SdWan", "SharedServices", "Shop", "WorldwideShop"),
        ["NetDsl.Packaging.Tests"] = new(Net, "NetDsl.Testing"),
        ["NetDsl.Architecture.Tests"] = new(Net),
    };

    /// <summary>Every project that <paramref name="project"/> may use types of, directly or through others.</summary>
    public static HashSet<string> ReachableFrom(string project)
    {
        var reached = new HashSet<string>();
        var pending = new Stack<string>(Plans[project].References);
        while (pending.TryPop(out var next))
        {
            // A sample is not in the plan: what it may use is what its users may.
            if (reached.Add(next) && Plans.ContainsKey(next))
            {
                foreach (var reference in Plans[next].References)
                {
                    pending.Push(reference);
                }
            }
        }

        return reached;
    }
}

/// <summary>The frameworks that a project stands on, with semicolons between, and its direct references, sorted.</summary>
sealed record Plan(string TargetFrameworks, params string[] References);
