using Microsoft.CodeAnalysis;
using NetDsl.Authoring.Data;
using NetDsl.Evaluation.Data;
using NetDsl.Evaluation.Host;
using NetDsl.Evaluation.Source;
using NetDsl.Model;

namespace NetDsl.Evaluation.Translation;

/// <content><c>network.Data&lt;T&gt;(file)</c>, which finds files and types elsewhere than when the program runs.</content>
internal sealed partial class Translator
{
    private static bool IsData(IMethodSymbol method) =>
        method.Name == nameof(NetworkBuilder.Data) && HostTypes.IsOwn(method) && HostTypes.MetadataName(method.ContainingType) == typeof(NetworkBuilder).FullName;

    private Func<object?, CallArguments, object?> DataCall(IMethodSymbol method, SyntaxNode at)
    {
        var wanted = method.TypeArguments[0];
        var text = SourceSpans.Of(at.SyntaxTree, SourceSpans.OfCall(at));
        return (self, arguments) =>
        {
            interpreter.At = at;
            var file = (string?)arguments.Values[0];
            var shape = new SymbolDataShapes(interpreter, at).OfCall(wanted, environment);
            var sink = file is not null && interpreter.Data.Find(file) is { } found ? new DataSink(interpreter.Provenance, found.Path!) : null;
            var call = CallSite.Run(
                new CallSite(text, arguments.Spans ?? NoSpans), () => Call.Here((string)arguments.Values[1]!, (int)arguments.Values[2]!));
            return DataReading.Read(file, interpreter.Data, shape, sink, call, ((NetworkBuilder)self!).Problems);
        };
    }
}
