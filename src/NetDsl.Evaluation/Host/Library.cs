namespace NetDsl.Evaluation.Host;

/// <summary>
/// The members of the base library that a definition may use, as data: in each row some types, and behind the colon the names of their
/// members. <c>.ctor</c> is creation. A name admits all overloads whose types a definition can hold; where our own implementation
/// is the only admitted one, the name stands in <see cref="PortableMembers"/> alone. Equality and hash codes of the types in the
/// table, which the base library overrides everywhere, need no names.
/// </summary>
internal static class Library
{
    private const string Rows = """
        System.Object: .ctor Equals ReferenceEquals
        System.ValueType: Equals
        System.Enum: CompareTo HasFlag ToString Parse TryParse IsDefined GetName GetNames GetValues GetUnderlyingType ToObject Format
        System.Reflection.MemberInfo: op_Equality
        System.Type: Namespace IsEnum IsValueType IsClass IsInterface IsArray IsGenericType IsPrimitive IsAbstract IsSealed IsAssignableFrom IsAssignableTo IsInstanceOfType IsSubclassOf GetElementType GetGenericArguments GetTypeCode op_Equality op_Inequality
        System.Delegate: GetInvocationList op_Equality op_Inequality
        System.MulticastDelegate: GetInvocationList op_Equality op_Inequality
        System.Nullable: Compare Equals GetUnderlyingType
        System.Nullable`1: HasValue Value GetValueOrDefault
        System.Index: .ctor Value IsFromEnd Start End FromStart FromEnd GetOffset ToString op_Implicit
        System.Range: .ctor Start End All StartAt EndAt GetOffsetAndLength ToString
        System.Lazy`1: .ctor Value IsValueCreated
        System.IDisposable: Dispose
        System.EventArgs: .ctor Empty
        System.Globalization.CultureInfo: InvariantCulture
        System.HashCode: Combine Add ToHashCode
        System.FormattableString: Format ArgumentCount GetArgument GetArguments Invariant

        System.Boolean: CompareTo Parse TryParse ToString TrueString FalseString
        System.Char: CompareTo Parse TryParse ToString IsDigit IsLetter IsLetterOrDigit IsNumber IsWhiteSpace IsUpper IsLower IsControl IsPunctuation IsSymbol IsSeparator IsSurrogate IsHighSurrogate IsLowSurrogate IsSurrogatePair IsAscii IsAsciiHexDigit IsAsciiHexDigitLower IsAsciiHexDigitUpper IsBetween ToUpperInvariant ToLowerInvariant GetNumericValue GetUnicodeCategory ConvertFromUtf32 ConvertToUtf32 MinValue MaxValue
        System.String: .ctor Length Chars Empty IsNullOrEmpty IsNullOrWhiteSpace Equals CompareOrdinal Contains Substring Trim TrimStart TrimEnd Split Remove ToCharArray ToUpperInvariant ToLowerInvariant ToString IndexOfAny LastIndexOfAny CopyTo op_Equality op_Inequality
        System.StringComparer: Ordinal OrdinalIgnoreCase Compare Equals
        System.Text.StringBuilder: Length Chars Equals Clear Remove MaxCapacity

        System.SByte System.Byte System.Int16 System.UInt16 System.Int32 System.UInt32 System.Int64 System.UInt64 System.Int128 System.UInt128: CompareTo MinValue MaxValue Abs Sign Min Max MinMagnitude MaxMagnitude Clamp CopySign DivRem BigMul Log2 PopCount LeadingZeroCount TrailingZeroCount RotateLeft RotateRight IsPow2 IsEvenInteger IsOddInteger IsNegative IsPositive CreateChecked CreateSaturating CreateTruncating GetTypeCode
        System.Single System.Double System.Half System.Decimal: CompareTo MinValue MaxValue Epsilon NaN NegativeInfinity PositiveInfinity IsNaN IsInfinity IsNegativeInfinity IsPositiveInfinity IsFinite IsNormal IsSubnormal IsInteger IsEvenInteger IsOddInteger IsNegative IsPositive IsRealNumber IsPow2 Abs Sign Min Max MinMagnitude MaxMagnitude MinNumber MaxNumber Clamp CopySign Floor Ceiling Round Truncate CreateChecked CreateSaturating CreateTruncating GetTypeCode
        System.Single System.Double System.Half: Sqrt Cbrt Pow Exp Exp2 Exp10 Log Log2 Log10 Hypot Ieee754Remainder BitDecrement BitIncrement ScaleB ILogB Lerp FusedMultiplyAdd RootN Sin Cos Tan Asin Acos Atan Atan2 Sinh Cosh Tanh DegreesToRadians RadiansToDegrees
        System.Half System.Int128 System.UInt128: .ctor Zero One op_Addition op_Subtraction op_Multiply op_Division op_Modulus op_UnaryNegation op_UnaryPlus op_Increment op_Decrement op_BitwiseAnd op_BitwiseOr op_ExclusiveOr op_OnesComplement op_LeftShift op_RightShift op_UnsignedRightShift op_Equality op_Inequality op_LessThan op_LessThanOrEqual op_GreaterThan op_GreaterThanOrEqual op_Implicit op_Explicit op_CheckedAddition op_CheckedSubtraction op_CheckedMultiply op_CheckedDivision op_CheckedUnaryNegation op_CheckedExplicit op_CheckedIncrement op_CheckedDecrement
        System.Decimal: .ctor Zero One MinusOne Add Subtract Multiply Divide Remainder Negate Compare Scale GetBits ToByte ToInt16 ToInt32 ToInt64 ToUInt16 ToUInt32 ToUInt64 ToDouble ToSingle op_Addition op_Subtraction op_Multiply op_Division op_Modulus op_UnaryNegation op_UnaryPlus op_Increment op_Decrement op_Equality op_Inequality op_LessThan op_LessThanOrEqual op_GreaterThan op_GreaterThanOrEqual op_Implicit op_Explicit
        System.Numerics.INumber`1 System.Numerics.INumberBase`1 System.Numerics.IBinaryNumber`1 System.Numerics.IBinaryInteger`1 System.Numerics.IMinMaxValue`1 System.Numerics.IAdditiveIdentity`2 System.Numerics.IMultiplicativeIdentity`2: Zero One MinValue MaxValue AdditiveIdentity MultiplicativeIdentity Abs Sign Min Max MinNumber MaxNumber MinMagnitude MaxMagnitude Clamp CopySign DivRem Log2 PopCount LeadingZeroCount TrailingZeroCount RotateLeft RotateRight IsPow2 IsEvenInteger IsOddInteger IsNegative IsPositive IsZero IsInteger IsNaN IsFinite CreateChecked CreateSaturating CreateTruncating
        System.Math: Abs Min Max MinMagnitude MaxMagnitude Clamp Sign Floor Ceiling Round Truncate Sqrt Cbrt Pow Log Log2 Log10 Exp DivRem BigMul IEEERemainder CopySign ScaleB ILogB BitDecrement BitIncrement FusedMultiplyAdd Sin Cos Tan Asin Acos Atan Atan2 Sinh Cosh Tanh Asinh Acosh Atanh PI E Tau
        System.MathF: Abs Min Max MinMagnitude MaxMagnitude Sign Floor Ceiling Round Truncate Sqrt Cbrt Pow Log Log2 Log10 Exp IEEERemainder CopySign Sin Cos Tan Asin Acos Atan Atan2 Sinh Cosh Tanh PI E Tau
        System.Numerics.BitOperations: IsPow2 Log2 LeadingZeroCount TrailingZeroCount PopCount RotateLeft RotateRight RoundUpToPowerOf2
        System.BitConverter: DoubleToInt64Bits Int64BitsToDouble SingleToInt32Bits Int32BitsToSingle DoubleToUInt64Bits UInt64BitsToDouble SingleToUInt32Bits UInt32BitsToSingle ToString
        System.Convert: ToBoolean ToChar ToSByte ToByte ToInt16 ToUInt16 ToInt32 ToUInt32 ToInt64 ToUInt64 ToSingle ToDouble ToDecimal ToString ToHexString ToHexStringLower FromHexString ToBase64String FromBase64String
        System.TimeSpan: .ctor Zero MinValue MaxValue TicksPerDay TicksPerHour TicksPerMinute TicksPerSecond TicksPerMillisecond Ticks Days Hours Minutes Seconds Milliseconds Microseconds Nanoseconds TotalDays TotalHours TotalMinutes TotalSeconds TotalMilliseconds TotalMicroseconds TotalNanoseconds Add Subtract Multiply Divide Negate Duration Compare CompareTo FromDays FromHours FromMinutes FromSeconds FromMilliseconds FromMicroseconds FromTicks op_Addition op_Subtraction op_Multiply op_Division op_UnaryNegation op_UnaryPlus op_Equality op_Inequality op_LessThan op_LessThanOrEqual op_GreaterThan op_GreaterThanOrEqual
        System.DateOnly: .ctor Year Month Day DayOfWeek DayOfYear DayNumber MinValue MaxValue AddDays AddMonths AddYears FromDayNumber FromDateTime ToDateTime CompareTo Deconstruct op_Equality op_Inequality op_LessThan op_LessThanOrEqual op_GreaterThan op_GreaterThanOrEqual
        System.TimeOnly: .ctor Hour Minute Second Millisecond Ticks MinValue MaxValue Add AddHours AddMinutes IsBetween FromTimeSpan FromDateTime ToTimeSpan CompareTo Deconstruct op_Equality op_Inequality op_Subtraction op_LessThan op_LessThanOrEqual op_GreaterThan op_GreaterThanOrEqual
        System.DateTime: .ctor Year Month Day Hour Minute Second Millisecond DayOfWeek DayOfYear Ticks TimeOfDay Date Kind MinValue MaxValue UnixEpoch Add AddDays AddHours AddMinutes AddSeconds AddMilliseconds AddMonths AddYears AddTicks Subtract Compare CompareTo DaysInMonth IsLeapYear op_Addition op_Subtraction op_Equality op_Inequality op_LessThan op_LessThanOrEqual op_GreaterThan op_GreaterThanOrEqual
        System.Version: .ctor Major Minor Build Revision MajorRevision MinorRevision CompareTo Parse TryParse ToString op_Equality op_Inequality op_LessThan op_LessThanOrEqual op_GreaterThan op_GreaterThanOrEqual
        System.Uri: .ctor AbsolutePath AbsoluteUri Authority Host HostNameType IsAbsoluteUri IsDefaultPort IsLoopback LocalPath OriginalString PathAndQuery Port Query Fragment Scheme Segments UserInfo TryCreate EscapeDataString UnescapeDataString IsWellFormedUriString CheckHostName CheckSchemeName ToString op_Equality op_Inequality
        System.Net.IPAddress: .ctor Any Loopback Broadcast None IPv6Any IPv6Loopback IPv6None AddressFamily Parse TryParse ToString GetAddressBytes IsLoopback IsIPv4MappedToIPv6 IsIPv6LinkLocal IsIPv6Multicast IsIPv6SiteLocal IsIPv6UniqueLocal IsIPv6Teredo MapToIPv4 MapToIPv6 ScopeId
        System.Net.IPNetwork: .ctor BaseAddress PrefixLength Contains Parse TryParse ToString op_Equality op_Inequality
        System.Net.IPEndPoint: .ctor Address Port AddressFamily MinPort MaxPort Parse TryParse ToString

        System.Exception: .ctor Message InnerException GetBaseException
        System.ArgumentException: .ctor Message ParamName ThrowIfNullOrEmpty ThrowIfNullOrWhiteSpace
        System.ArgumentNullException: .ctor ThrowIfNull
        System.ArgumentOutOfRangeException: .ctor Message ActualValue ThrowIfEqual ThrowIfNotEqual ThrowIfGreaterThan ThrowIfGreaterThanOrEqual ThrowIfLessThan ThrowIfLessThanOrEqual ThrowIfNegative ThrowIfNegativeOrZero ThrowIfZero
        System.AggregateException: .ctor Message InnerExceptions Flatten GetBaseException
        System.ObjectDisposedException: .ctor Message ObjectName
        System.TypeInitializationException: .ctor TypeName
        System.SystemException System.ApplicationException System.ArithmeticException System.DivideByZeroException System.OverflowException System.IndexOutOfRangeException System.InvalidOperationException System.InvalidCastException System.NullReferenceException System.NotSupportedException System.NotImplementedException System.FormatException System.Collections.Generic.KeyNotFoundException System.RankException System.ArrayTypeMismatchException System.TimeoutException System.UriFormatException: .ctor
        System.Runtime.CompilerServices.SwitchExpressionException: .ctor Message UnmatchedValue

        System.IComparable System.IComparable`1: CompareTo
        System.IEquatable`1: Equals
        System.Collections.IComparer System.Collections.Generic.IComparer`1: Compare
        System.Collections.IEqualityComparer System.Collections.Generic.IEqualityComparer`1: Equals
        System.Collections.Generic.Comparer`1: Default Create Compare
        System.Collections.Generic.EqualityComparer`1: Default Create Equals
        System.Collections.Generic.KeyValuePair: Create
        System.Collections.Generic.KeyValuePair`2: .ctor Key Value Deconstruct
        System.Tuple: Create
        System.Tuple`1 System.Tuple`2 System.Tuple`3 System.Tuple`4 System.Tuple`5: .ctor Item1 Item2 Item3 Item4 Item5
        System.TupleExtensions: ToTuple ToValueTuple Deconstruct
        System.ValueTuple: Create CompareTo
        System.ValueTuple`1 System.ValueTuple`2 System.ValueTuple`3 System.ValueTuple`4 System.ValueTuple`5 System.ValueTuple`6 System.ValueTuple`7 System.ValueTuple`8: .ctor CompareTo

        System.Array: Length LongLength Rank GetLength GetLowerBound GetUpperBound IndexOf LastIndexOf Reverse Copy Clear Clone CopyTo Fill Exists Find FindAll FindIndex FindLast FindLastIndex TrueForAll ForEach ConvertAll Empty GetValue SetValue AsReadOnly GetEnumerator
        System.Collections.IEnumerator: MoveNext Current
        System.Collections.Generic.IEnumerator`1: Current
        System.Collections.IEnumerable System.Collections.Generic.IEnumerable`1: GetEnumerator
        System.Collections.ICollection: Count CopyTo
        System.Collections.IList: Item Add Insert Remove RemoveAt Clear Contains IndexOf IsReadOnly IsFixedSize
        System.Collections.IDictionary: Item Add Remove Clear Contains Keys Values
        System.Collections.Generic.ICollection`1: Count IsReadOnly Add Remove Clear Contains CopyTo
        System.Collections.Generic.IList`1: Item IndexOf Insert RemoveAt
        System.Collections.Generic.IReadOnlyCollection`1: Count
        System.Collections.Generic.IReadOnlyList`1: Item
        System.Collections.Generic.IDictionary`2: Item Keys Values Add Remove ContainsKey TryGetValue
        System.Collections.Generic.IReadOnlyDictionary`2: Item Keys Values ContainsKey TryGetValue
        System.Collections.Generic.ISet`1: Add UnionWith IntersectWith ExceptWith SymmetricExceptWith IsSubsetOf IsSupersetOf IsProperSubsetOf IsProperSupersetOf Overlaps SetEquals
        System.Collections.Generic.IReadOnlySet`1: Contains IsSubsetOf IsSupersetOf IsProperSubsetOf IsProperSupersetOf Overlaps SetEquals
        System.Collections.Generic.CollectionExtensions: AsReadOnly Remove
        System.Collections.Generic.List`1: .ctor Count Capacity Item Add AddRange Insert InsertRange Remove RemoveAt RemoveAll RemoveRange Clear Contains IndexOf LastIndexOf Reverse ToArray GetRange Slice CopyTo Exists Find FindAll FindIndex FindLast FindLastIndex TrueForAll ForEach ConvertAll AsReadOnly TrimExcess EnsureCapacity GetEnumerator
        System.Collections.Generic.List`1+Enumerator System.Collections.Generic.Dictionary`2+Enumerator: MoveNext Current Dispose
        System.Collections.Generic.Dictionary`2: .ctor Count Comparer Item Keys Values Add Remove Clear ContainsKey ContainsValue TryGetValue TrimExcess EnsureCapacity GetEnumerator
        System.Collections.Generic.Dictionary`2+KeyCollection System.Collections.Generic.Dictionary`2+ValueCollection System.Collections.Generic.SortedDictionary`2+KeyCollection System.Collections.Generic.SortedDictionary`2+ValueCollection: Count CopyTo Contains
        System.Collections.Generic.HashSet`1: .ctor Count Comparer Add Remove RemoveWhere Clear Contains TryGetValue UnionWith IntersectWith ExceptWith SymmetricExceptWith IsSubsetOf IsSupersetOf IsProperSubsetOf IsProperSupersetOf Overlaps SetEquals CopyTo TrimExcess EnsureCapacity
        System.Collections.Generic.SortedSet`1: .ctor Count Comparer Min Max Add Remove RemoveWhere Clear Contains TryGetValue GetViewBetween Reverse UnionWith IntersectWith ExceptWith SymmetricExceptWith IsSubsetOf IsSupersetOf IsProperSubsetOf IsProperSupersetOf Overlaps SetEquals CopyTo
        System.Collections.Generic.SortedDictionary`2: .ctor Count Comparer Item Keys Values Add Remove Clear ContainsKey ContainsValue TryGetValue
        System.Collections.Generic.SortedList`2: .ctor Count Capacity Comparer Item Keys Values Add Remove RemoveAt Clear ContainsKey ContainsValue TryGetValue IndexOfKey IndexOfValue GetKeyAtIndex GetValueAtIndex SetValueAtIndex TrimExcess
        System.Collections.Generic.LinkedList`1: .ctor Count First Last AddFirst AddLast AddBefore AddAfter Remove RemoveFirst RemoveLast Clear Contains Find FindLast CopyTo
        System.Collections.Generic.LinkedListNode`1: .ctor List Next Previous Value
        System.Collections.Generic.Queue`1: .ctor Count Enqueue Dequeue TryDequeue Peek TryPeek Contains Clear ToArray CopyTo TrimExcess EnsureCapacity
        System.Collections.Generic.Stack`1: .ctor Count Push Pop TryPop Peek TryPeek Contains Clear ToArray CopyTo TrimExcess EnsureCapacity
        System.Collections.Generic.PriorityQueue`2: .ctor Count Comparer Enqueue EnqueueRange EnqueueDequeue Dequeue DequeueEnqueue TryDequeue Peek TryPeek Clear TrimExcess EnsureCapacity
        System.Collections.Generic.OrderedDictionary`2: .ctor Count Comparer Item Keys Values Add TryAdd Insert Remove RemoveAt Clear ContainsKey ContainsValue TryGetValue IndexOf GetAt SetAt SetPosition TrimExcess EnsureCapacity
        System.Collections.ObjectModel.Collection`1: .ctor Count Item Add Insert Remove RemoveAt Clear Contains IndexOf CopyTo
        System.Collections.ObjectModel.ReadOnlyCollection`1: .ctor Count Item Contains IndexOf CopyTo Empty
        System.Collections.ObjectModel.ReadOnlyDictionary`2: .ctor Count Item Keys Values ContainsKey TryGetValue Empty

        System.Collections.Immutable.IImmutableList`1: Add AddRange Clear IndexOf LastIndexOf Insert InsertRange Remove RemoveAll RemoveAt RemoveRange Replace SetItem
        System.Collections.Immutable.IImmutableDictionary`2: Add AddRange Clear Contains Remove RemoveRange SetItem SetItems TryGetKey
        System.Collections.Immutable.IImmutableSet`1: Add Clear Contains Except Intersect IsProperSubsetOf IsProperSupersetOf IsSubsetOf IsSupersetOf Overlaps Remove SetEquals SymmetricExcept TryGetValue Union
        System.Collections.Immutable.ImmutableArray: Create CreateRange CreateBuilder ToImmutableArray
        System.Collections.Immutable.ImmutableArray`1: Empty Length IsEmpty IsDefault IsDefaultOrEmpty Item Add AddRange Clear Contains CopyTo IndexOf LastIndexOf Insert InsertRange Remove RemoveAll RemoveAt RemoveRange Replace SetItem Slice ToBuilder op_Equality op_Inequality
        System.Collections.Immutable.ImmutableArray`1+Builder: Count Capacity Item Add AddRange Clear Contains IndexOf Insert InsertRange Remove RemoveAll RemoveAt RemoveRange Replace Reverse ToArray ToImmutable MoveToImmutable DrainToImmutable
        System.Collections.Immutable.ImmutableList: Create CreateRange CreateBuilder ToImmutableList
        System.Collections.Immutable.ImmutableList`1: Empty Count IsEmpty Item Add AddRange Clear Contains ConvertAll CopyTo Exists Find FindAll FindIndex FindLast FindLastIndex ForEach GetRange IndexOf LastIndexOf Insert InsertRange Remove RemoveAll RemoveAt RemoveRange Replace Reverse SetItem ToBuilder TrueForAll
        System.Collections.Immutable.ImmutableList`1+Builder: Count Item Add AddRange Clear Contains Exists Find FindAll FindIndex GetRange IndexOf Insert InsertRange Remove RemoveAll RemoveAt Reverse ToImmutable TrueForAll
        System.Collections.Immutable.ImmutableDictionary: Create CreateRange CreateBuilder ToImmutableDictionary Contains GetValueOrDefault
        System.Collections.Immutable.ImmutableDictionary`2: Empty Count IsEmpty Item Keys Values KeyComparer ValueComparer Add AddRange Clear Contains ContainsKey ContainsValue Remove RemoveRange SetItem SetItems TryGetKey TryGetValue ToBuilder WithComparers
        System.Collections.Immutable.ImmutableDictionary`2+Builder: Count Item Keys Values Add AddRange Clear ContainsKey ContainsValue GetValueOrDefault Remove RemoveRange TryGetValue ToImmutable
        System.Collections.Immutable.ImmutableHashSet: Create CreateRange CreateBuilder ToImmutableHashSet
        System.Collections.Immutable.ImmutableHashSet`1: Empty Count IsEmpty KeyComparer Add Clear Contains Except Intersect IsProperSubsetOf IsProperSupersetOf IsSubsetOf IsSupersetOf Overlaps Remove SetEquals SymmetricExcept TryGetValue Union ToBuilder WithComparer
        System.Collections.Immutable.ImmutableHashSet`1+Builder: Count Add Clear Contains Remove UnionWith ExceptWith IntersectWith ToImmutable
        System.Collections.Immutable.ImmutableSortedDictionary: Create CreateRange CreateBuilder ToImmutableSortedDictionary
        System.Collections.Immutable.ImmutableSortedDictionary`2: Empty Count IsEmpty Item Keys Values KeyComparer Add AddRange Clear Contains ContainsKey ContainsValue Remove RemoveRange SetItem SetItems TryGetKey TryGetValue ToBuilder
        System.Collections.Immutable.ImmutableSortedDictionary`2+Builder: Count Item Keys Values Add AddRange Clear ContainsKey Remove TryGetValue ToImmutable
        System.Collections.Immutable.ImmutableSortedSet: Create CreateRange CreateBuilder ToImmutableSortedSet
        System.Collections.Immutable.ImmutableSortedSet`1: Empty Count IsEmpty Item Min Max KeyComparer Add Clear Contains Except IndexOf Intersect IsProperSubsetOf IsProperSupersetOf IsSubsetOf IsSupersetOf Overlaps Remove Reverse SetEquals SymmetricExcept TryGetValue Union ToBuilder
        System.Collections.Immutable.ImmutableSortedSet`1+Builder: Count Item Min Max Add Clear Contains Remove UnionWith ExceptWith IntersectWith ToImmutable
        System.Collections.Immutable.ImmutableQueue: Create CreateRange
        System.Collections.Immutable.ImmutableQueue`1: Empty IsEmpty Clear Dequeue Enqueue Peek
        System.Collections.Immutable.ImmutableStack: Create CreateRange
        System.Collections.Immutable.ImmutableStack`1: Empty IsEmpty Clear Peek Pop Push
        System.Collections.Frozen.FrozenDictionary: ToFrozenDictionary
        System.Collections.Frozen.FrozenDictionary`2: Empty Count Comparer Item Keys Values ContainsKey TryGetValue
        System.Collections.Frozen.FrozenSet: ToFrozenSet
        System.Collections.Frozen.FrozenSet`1: Empty Count Comparer Items Contains TryGetValue IsProperSubsetOf IsProperSupersetOf IsSubsetOf IsSupersetOf Overlaps SetEquals

        System.Linq.IGrouping`2: Key
        System.Linq.ILookup`2 System.Linq.Lookup`2: Item Count Contains
        System.Linq.Enumerable: Aggregate AggregateBy All Any Append AsEnumerable Average Cast Chunk Concat Contains Count CountBy DefaultIfEmpty Distinct DistinctBy ElementAt ElementAtOrDefault Empty Except ExceptBy First FirstOrDefault GroupBy GroupJoin Index Intersect IntersectBy Join Last LastOrDefault LeftJoin LongCount Max MaxBy Min MinBy OfType Order OrderBy OrderByDescending OrderDescending Prepend Reverse RightJoin Select SelectMany Sequence SequenceEqual Single SingleOrDefault Skip SkipLast SkipWhile Sum Take TakeLast TakeWhile ThenBy ThenByDescending ToArray ToDictionary ToHashSet ToList ToLookup TryGetNonEnumeratedCount Union UnionBy Where Zip
        """;

    private static readonly Dictionary<string, HashSet<string>> ByType = Read();

    /// <summary>Whether the table has the member. Types and members have the names that metadata gives them.</summary>
    public static bool Contains(string type, string member) => ByType.TryGetValue(type, out var members) && members.Contains(member);

    /// <summary>All types of the table, with the names of their members.</summary>
    public static IEnumerable<KeyValuePair<string, HashSet<string>>> All => ByType;

    private static Dictionary<string, HashSet<string>> Read()
    {
        var table = new Dictionary<string, HashSet<string>>();
        foreach (var row in Rows.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = row.IndexOf(':');
            foreach (var type in row.Substring(0, colon).Split(' '))
            {
                if (!table.TryGetValue(type, out var members))
                {
                    table.Add(type, members = [nameof(Equals), nameof(GetHashCode)]);
                }

                members.UnionWith(row.Substring(colon + 2).Split(' '));
            }
        }

        return table;
    }
}
