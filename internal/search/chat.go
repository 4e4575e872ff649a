package search

import (
	"strconv"
	"strings"

	"cauviec/internal/fold"
)

// chat are words as they are shortened in messages, with those that they stand
// for. What also means something else is left to meanings.txt.
var chat = map[string]string{
	"lg": "lương", "lm": "làm", "mun": "muốn", "mún": "muốn", "bit": "biết", "bít": "biết", "bik": "biết", "dc": "được", "đc": "được",
	"kn": "kinh nghiệm", "tc": "tăng ca", "cv": "công việc", "ng": "người", "hok": "không", "hông": "không", "hem": "không", "hk": "không",
	"khg": "không", "kg": "không", "kh": "không", "ko": "không", "k": "không", "j": "gì", "e": "em", "vs": "với", "cx": "cũng", "nhìu": "nhiều", "đg": "đang",
	"vk": "vợ", "ck": "chồng", "vck": "vợ chồng", "2vck": "hai vợ chồng", "pv": "phỏng vấn", "hs": "hồ sơ", "tg": "thời gian",
}

// figures are the numbers that people write out before a sum.
var figures = map[string]int{
	"một": 1, "mot": 1, "hai": 2, "ba": 3, "bốn": 4, "bon": 4, "tư": 4, "năm": 5, "nam": 5, "lăm": 5, "sáu": 6, "sau": 6,
	"bảy": 7, "bẩy": 7, "bay": 7, "tám": 8, "tam": 8, "chín": 9, "chin": 9, "mười": 10, "muoi": 10,
}

// sums are the words that a written number of millions stands before.
var sums = map[string]bool{"triệu": true, "trieu": true, "trịu": true, "củ": true, "cu": true}

// plainly writes out what a message shortens, and in figures what it writes
// out: "lg chín triệu" is "lương 9 triệu".
func plainly(text string) string {
	var words []string
	for _, word := range strings.Fields(text) {
		bare := fold.Exact(word)
		if meant, ok := chat[bare]; ok && len(bare) == len(strings.TrimRight(word, ".,!?")) {
			word = meant
		}
		if sums[bare] {
			words = inFigures(words)
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}

// inFigures writes the number at the end of words in figures: "mười hai" is 12,
// and "bảy tám" is from 7 to 8.
func inFigures(words []string) []string {
	var numbers []int
	first := len(words)
	for first > 0 && len(numbers) < 2 {
		n, ok := figures[fold.Exact(words[first-1])]
		if !ok {
			break
		}
		numbers = append([]int{n}, numbers...)
		first--
	}
	if len(numbers) == 0 {
		return words
	}
	number := strconv.Itoa(numbers[0])
	switch {
	case len(numbers) == 2 && numbers[0] == 10 && numbers[1] < 10:
		number = strconv.Itoa(10 + numbers[1])
	case len(numbers) == 2:
		number += "-" + strconv.Itoa(numbers[1])
	}
	return append(words[:first:first], number)
}
