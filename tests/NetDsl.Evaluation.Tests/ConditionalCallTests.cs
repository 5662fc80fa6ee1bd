using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Interop;
using NetDsl.Testing;

namespace NetDsl.Evaluation.Tests;

/// <summary>Calls of conditional methods are made where the file of the call defines the symbol, and only there.</summary>
public class ConditionalCallTests
{
    const string Note = "\n---\n[System.Diagnostics.Conditional(\"A\"), System.Diagnostics.Conditional(\"B\")] static void Note(NetworkBuilder network) => network.Region(\"us-east-1\");";

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "B", 1)]
    [InlineData("#define A\n", "", 1)]
    [InlineData("#undef A\n", "A", 0)]
    [InlineData("// first\n#define A\n#undef A\n", "", 0)]
    [InlineData("#if X\n#define A\n#endif\n", "", 0)]
    [InlineData("#if X\n#define A\n#endif\n", "X", 1)]
    public void A_conditional_call_is_made_where_its_symbol_is_defined(string head, string symbols, int regions)
    {
        var compilation = TopologyPrograms.Compile(head + TopologyPrograms.Shop("Note(network);" + Note));
        var tree = compilation.SyntaxTrees[1];
        var options = ((CSharpParseOptions)tree.Options).WithPreprocessorSymbols(symbols.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(tree.GetText(), options, tree.FilePath));

        var evaluated = TopologyPrograms.Evaluate(compilation);

        Assert.Empty(evaluated.Findings);
        Assert.Equal(regions, evaluated.Topology!.Regions.Count);
        Assert.Equal(TopologyJson.Write(TopologyPrograms.Run(compilation)), TopologyJson.Write(evaluated.Topology));
    }
}
