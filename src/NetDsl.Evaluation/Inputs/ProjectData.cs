using NetDsl.Authoring.Data;

namespace NetDsl.Evaluation.Inputs;

/// <summary>The data files of the project, for one evaluation: it remembers which were asked for, whether they are there or not.</summary>
internal sealed class ProjectData(EvaluationInputs inputs) : IDataSource
{
    private readonly Dictionary<string, ProjectFile?> read = new(StringComparer.Ordinal);

    /// <summary>What was asked for, and what was there.</summary>
    public IReadOnlyDictionary<string, ProjectFile?> Read => read;

    public DataFile? Find(string name)
    {
        if (!read.TryGetValue(name, out var file))
        {
            read.Add(name, file = inputs.Find(name));
        }

        return file is null ? null : new DataFile(file.Text.ToString(), file.Path);
    }
}
