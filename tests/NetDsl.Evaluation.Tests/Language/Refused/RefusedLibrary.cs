namespace NetDsl.Evaluation.Tests.Language;

/// <summary>Members of the library that a description cannot call.</summary>
static class RefusedLibrary
{
    public static IReadOnlyList<Construct> All { get; } =
    [
        new RefusedConstruct(
            "clock",
            "Library: DateTime.Now",
            """
            return $"{DateTime.Now.Year}";
            """,
            "ND0002 'DateTime.Now' cannot be called at compile time"),
        new RefusedConstruct(
            "UTC clock",
            "Library: DateTimeOffset.UtcNow",
            """
            return $"{DateTimeOffset.UtcNow.Year}";
            """,
            "ND0002 'DateTimeOffset.UtcNow' cannot be called at compile time"),
        new RefusedConstruct(
            "stopwatch",
            "Library: Stopwatch",
            """
            return $"{System.Diagnostics.Stopwatch.StartNew().ElapsedMilliseconds}";
            """,
            "ND0002 "),
        new RefusedConstruct(
            "random numbers",
            "Library: Random",
            """
            return $"{new Random(1).Next()}";
            """,
            "ND0002 'new Random' cannot be called at compile time"),
        new RefusedConstruct(
            "new identifier",
            "Library: Guid.NewGuid",
            """
            return Guid.NewGuid().ToString();
            """,
            "ND0002 'Guid.NewGuid' cannot be called at compile time"),
        new RefusedConstruct(
            "console",
            "Library: Console",
            """
            Console.WriteLine("hello");
            return "printed";
            """,
            "ND0002 'Console.WriteLine' cannot be called at compile time"),
        new RefusedConstruct(
            "file",
            "Library: File",
            """
            return System.IO.File.ReadAllText("a");
            """,
            "ND0002 'File.ReadAllText' cannot be called at compile time"),
        new RefusedConstruct(
            "environment",
            "Library: Environment",
            """
            return Environment.MachineName;
            """,
            "ND0002 'Environment.MachineName' cannot be called at compile time"),
        new RefusedConstruct(
            "thread",
            "Library: Thread",
            """
            new System.Threading.Thread(() => { }).Start();
            return "started";
            """,
            "ND0002 'new Thread' cannot be called at compile time"),
        new RefusedConstruct(
            "task",
            "Library: Task.Run",
            """
            return $"{System.Threading.Tasks.Task.Run(() => 1).Result}";
            """,
            "ND0002 'Task.Run' cannot be called at compile time"),
        new RefusedConstruct(
            "reflection",
            "Library: Type.GetMethods",
            """
            return $"{typeof(string).GetMethods().Length}";
            """,
            "ND0002 'Type.GetMethods' cannot be called at compile time"),
        new RefusedConstruct(
            "creation by type",
            "Library: Activator.CreateInstance",
            """
            return $"{Activator.CreateInstance(typeof(List<int>))}";
            """,
            "ND0002 'Activator.CreateInstance' cannot be called at compile time"),
        new RefusedConstruct(
            "text in the case of a culture",
            "Library: string.ToUpper",
            """
            return "a".ToUpper();
            """,
            "ND0002 'string.ToUpper' cannot be called at compile time: its result depends on the machine's culture"),
        new RefusedConstruct(
            "number with a point in text",
            "Interpolated string expressions",
            """
            var x = 1.5;
            return $"{x}";
            """,
            "ND0001 how a number with a point is written depends on the machine's culture"),
        new RefusedConstruct(
            "text ordered by a culture",
            "Library: Enumerable.OrderBy",
            """
            return string.Join("", new[] { "b", "a" }.OrderBy(s => s));
            """,
            "ND0001 how text is ordered depends on the machine's culture"),
        new RefusedConstruct(
            "hash code of text",
            "Library: string.GetHashCode",
            """
            return $"{"a".GetHashCode()}";
            """,
            "ND0002 'string.GetHashCode' cannot be called at compile time"),
        new RefusedConstruct(
            "hash code of an object",
            "Library: object.GetHashCode",
            """
            return $"{new object().GetHashCode()}";
            """,
            "ND0002 "),
        new RefusedConstruct(
            "garbage collector",
            "Library: GC",
            """
            GC.Collect();
            return "collected";
            """,
            "ND0002 'GC.Collect' cannot be called at compile time"),
    ];
}
