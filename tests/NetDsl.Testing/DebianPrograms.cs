using System.ComponentModel;

namespace NetDsl.Testing;

/// <summary>Programs of the distribution that tests need. They are installed when they may be: on Debian, as root.</summary>
public static class DebianPrograms
{
    static readonly Lock Installing = new();

    /// <summary>Whether a program is there, after an attempt to install it.</summary>
    /// <param name="program">The program.</param>
    /// <param name="package">The package that has it.</param>
    /// <param name="question">What it answers when it is there.</param>
    public static bool Has(string program, string package, string question = "-V")
    {
        lock (Installing)
        {
            return Answers(program, question) || (MayInstall && Install(package) && Answers(program, question));
        }
    }

    static bool MayInstall => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Answers("apt-get", "--version");

    static bool Install(string package) =>
        Answers("apt-get", "update", "-qq") && Answers("apt-get", "install", "-y", "-qq", "--no-install-recommends", package);

    static bool Answers(string program, params string[] arguments)
    {
        try
        {
            var environment = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive" };
            return Command.Run(Path.GetTempPath(), environment, program, arguments).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
