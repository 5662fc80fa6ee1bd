using System.Reflection;
using NetDsl.Runtime;

namespace NetDsl.Cli.Sources;

/// <summary>
/// A built assembly: its topologies are the classes marked with <see cref="TopologyAttribute"/>. Where the generator has been at work
/// they come compiled; else <c>Define</c> is run and what it describes is lowered.
/// </summary>
internal static class AssemblySource
{
    public static IReadOnlyList<NamedTopology> Open(string path)
    {
        var classes = TypesOf(path).Where(type => type.GetCustomAttribute<TopologyAttribute>() is not null).ToList();
        return classes.Count == 0
            ? throw new CommandException($"'{path}' has no topology: no class in it is marked [Topology]")
            : [.. classes.OrderBy(type => type.FullName, StringComparer.Ordinal).Select(type => new NamedTopology(type.Name, () => Open(type)))];
    }

    private static Type[] TypesOf(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            return new TopologyLoadContext(full).LoadFromAssemblyPath(full).GetTypes();
        }
        catch (BadImageFormatException)
        {
            throw new CommandException($"'{path}' is not a .NET assembly");
        }
        catch (ReflectionTypeLoadException exception)
        {
            throw new CommandException(
                $"'{path}' cannot be loaded: {exception.LoaderExceptions.FirstOrDefault()?.Message ?? "a type of it is missing"}; build it again, with this version of NetDsl");
        }
        catch (FileLoadException exception)
        {
            throw new CommandException($"'{path}' cannot be loaded: {exception.Message}");
        }
    }

    private static OpenTopology Open(Type type)
    {
        const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        try
        {
            return type.GetProperty("Definition", Static) is { } property && property.PropertyType == typeof(CompiledTopology)
                ? OpenTopology.Of((CompiledTopology)property.GetValue(null)!)
                : Described(type, Static);
        }
        catch (TargetInvocationException exception)
        {
            var cause = exception.InnerException ?? exception;
            throw new CommandException($"'{type.Name}' cannot be built: {cause.GetType().Name}: {cause.Message}");
        }
    }

    private static OpenTopology Described(Type type, BindingFlags binding)
    {
        var define = type.GetMethod("Define", binding, [typeof(NetworkBuilder)])
            ?? throw new CommandException($"'{type.Name}' is marked [Topology] and has no 'static void Define(NetworkBuilder network)'");
        var network = new NetworkBuilder(type.Name);
        define.Invoke(null, [network]);
        var topology = network.Build();
        return new OpenTopology(topology, OriginNaming.CommonFolder(topology));
    }
}
