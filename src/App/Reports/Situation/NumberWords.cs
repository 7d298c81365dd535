using System.Globalization;

namespace ResilienceMonitor.Reports.Situation;

/// <summary>Whole numbers as they are read aloud, from 0 to 999; greater ones stay figures.</summary>
internal static class NumberWords
{
    private const int Greatest = 999;

    private static readonly string[] GermanSmall =
    [
        "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
    ];

    private static readonly string[] GermanTens = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];

    private static readonly string[] EnglishSmall =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] EnglishTens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    public static string Of(int number, CultureInfo culture)
    {
        if (number is < 0 or > Greatest) return number.ToString("N0", culture);
        return culture.TwoLetterISOLanguageName == "de" ? German(number) : English(number);
    }

    private static string German(int number)
    {
        if (number < GermanSmall.Length) return GermanSmall[number];
        if (number < 100) return (number % 10 == 0 ? "" : $"{One(number % 10)}und") + GermanTens[number / 10];
        return $"{One(number / 100)}hundert{(number % 100 == 0 ? "" : German(number % 100))}";
    }

    private static string One(int digit) => digit == 1 ? "ein" : GermanSmall[digit];

    private static string English(int number)
    {
        if (number < EnglishSmall.Length) return EnglishSmall[number];
        if (number < 100) return EnglishTens[number / 10] + (number % 10 == 0 ? "" : $"-{EnglishSmall[number % 10]}");
        return $"{EnglishSmall[number / 100]} hundred{(number % 100 == 0 ? "" : $" and {English(number % 100)}")}";
    }
}
