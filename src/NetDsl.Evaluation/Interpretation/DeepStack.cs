using System.Globalization;
using System.Runtime.ExceptionServices;

namespace NetDsl.Evaluation.Interpretation;

/// <summary>
/// Runs an evaluation on a thread with much stack: calls of the program are calls here, and compiler hosts leave little. Only the
/// part that is used takes memory. A thread costs a tenth of a millisecond, so that it is made anew each time.
/// </summary>
internal static class DeepStack
{
    private const int Bytes = 256 * 1024 * 1024;

    /// <summary>Does the work and waits for it. What it throws comes out; where no such thread can be made, this one does it.</summary>
    public static T Run<T>(Func<T> work)
    {
        var result = default(T);
        ExceptionDispatchInfo? thrown = null;
        try
        {
            var thread = new Thread(Work, Bytes) { IsBackground = true, Name = "NetDsl evaluation" };
            thread.Start();
            thread.Join();
        }
        catch (Exception exception) when (exception is OutOfMemoryException or ThreadStartException)
        {
            return Invariantly(work);
        }

        thrown?.Throw();
        return result!;

        void Work()
        {
            try
            {
                result = Invariantly(work);
            }
            catch (Exception exception)
            {
                thrown = ExceptionDispatchInfo.Capture(exception);
            }
        }
    }

    /// <summary>Nothing may depend on the culture of the machine that compiles.</summary>
    private static T Invariantly<T>(Func<T> work)
    {
        var thread = Thread.CurrentThread;
        var (culture, language) = (thread.CurrentCulture, thread.CurrentUICulture);
        thread.CurrentCulture = thread.CurrentUICulture = CultureInfo.InvariantCulture;
        try
        {
            return work();
        }
        finally
        {
            (thread.CurrentCulture, thread.CurrentUICulture) = (culture, language);
        }
    }
}
