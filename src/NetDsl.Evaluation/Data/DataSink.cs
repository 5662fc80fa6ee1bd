using NetDsl.Authoring.Data;
using NetDsl.Evaluation.Source;

namespace NetDsl.Evaluation.Data;

/// <summary>Remembers where in the data file values come from, so that a bad prefix is underlined there.</summary>
internal sealed class DataSink(Provenance provenance, string path) : IDataSink
{
    public object? Mark(object? value, DataValue from) => provenance.Mark(value, from.Span.In(path));
}
