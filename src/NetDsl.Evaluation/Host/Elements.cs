using System.Collections;

namespace NetDsl.Evaluation.Host;

/// <summary>Elements of arrays, lists and text: what lies outside throws what the base library throws.</summary>
internal static class Elements
{
    /// <summary>What the runtime throws where an object has to be and there is none.</summary>
    public static Exception NoObject()
    {
        try
        {
            return ((Exception?)null)!.GetBaseException();
        }
        catch (NullReferenceException exception)
        {
            return exception;
        }
    }

    public static object? Get(Array array, int index) => array.Rank == 1 ? array.GetValue(index) : throw new RankException();

    public static object? Get(Array array, long[] indexes) => array.GetValue(indexes);

    public static void Set(Array array, long[] indexes, object? value)
    {
        try
        {
            array.SetValue(value, indexes);
        }
        catch (InvalidCastException)
        {
            // An array of a derived type that stands for one of the base's.
            throw new ArrayTypeMismatchException();
        }
    }

    public static object? Get(IList list, int index) => list[index];

    public static object Get(string text, int index) => text[index];
}
